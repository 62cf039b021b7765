/**
 * What the figures of a run's trials and its sweeps come to: means over seeds, and metrics over a swept key.
 */
@Export
@Version("1.0.0")
package org.espalier.report.figure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
