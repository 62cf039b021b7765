/**
 * The data kind {@code tabular}: rows of numbers with a class each; and the reader of comma-separated files.
 */
@Export
@Version("1.1.0")
package org.espalier.data.tabular;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
