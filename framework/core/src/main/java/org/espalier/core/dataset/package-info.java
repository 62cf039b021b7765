/**
 * Which files datasets need, and where they lie.
 */
@Export
@Version("1.1.0")
package org.espalier.core.dataset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
