/**
 * Timing models on a device.
 */
@Export
@Version("1.1.0")
package org.espalier.core.bench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
