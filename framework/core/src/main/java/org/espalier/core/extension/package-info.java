/**
 * What the installed bundles offer, read from their manifests: nothing is loaded until it is used.
 */
@Export
@Version("1.0.0")
package org.espalier.core.extension;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
