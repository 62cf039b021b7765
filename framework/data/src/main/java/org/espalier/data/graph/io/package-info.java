/**
 * Readers of the file formats in which node-classification graphs are published.
 */
@Export
@Version("1.1.0")
package org.espalier.data.graph.io;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
