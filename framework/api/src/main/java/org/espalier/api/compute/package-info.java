/**
 * Devices, leases and compiled programs: the only way for a plugin to spend arithmetic on tensors.
 */
@Export
@Version("1.1.0")
package org.espalier.api.compute;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
