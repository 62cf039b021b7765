/**
 * Graph ops that SameDiff lacks. Use their static factories inside a SameDiff graph; only compiled programs run them.
 */
@Export
@Version("1.1.0")
package org.espalier.api.compute.op;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
