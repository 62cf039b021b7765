/**
 * The data kind {@code fields}: rows of M fields each, with a binary label; a field holds a number, a value of a dictionary, or a set of such values.
 * Click logs are of this kind. All fields share one numbering of features, so that one embedding table serves them all.
 */
@Export
@Version("1.0.0")
package org.espalier.data.field;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
