/**
 * Checkable statements about a run's results.
 */
@Export
@Version("1.0.0")
package org.espalier.core.claim;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
