/**
 * Reading delimited text into the data kind {@code fields}: a {@link org.espalier.data.field.io.FieldSchema} says what the columns are, a
 * {@link org.espalier.data.field.io.FieldReader} goes through the files twice (counting values, then encoding rows) and keeps the encoded rows in a
 * file for later runs. Memory is bounded whatever the size of the files.
 */
@Export
@Version("1.0.0")
package org.espalier.data.field.io;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
