/**
 * What NumPy leaves behind in files and protocols: its array files and the numbers of its legacy random generator.
 */
@Export
@Version("1.0.0")
package org.espalier.data.numpy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
