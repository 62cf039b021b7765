/**
 * The bundles that contribute extensions: what state they are in, and why.
 */
@Export
@Version("1.1.0")
package org.espalier.core.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
