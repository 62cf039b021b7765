/**
 * The data kind {@code graph}: one graph whose nodes have features and, some of them, labels; and the matrices that graph networks make of it.
 */
@Export
@Version("1.1.0")
package org.espalier.data.graph;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
