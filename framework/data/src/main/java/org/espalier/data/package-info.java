/**
 * What all data kinds share. A data kind is a record that datasets yield and models take; its id is the constant {@code KIND} of the record.
 */
@Export
@Version("1.1.0")
package org.espalier.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
