/**
 * Contract tests for plugins. Extend the class that fits the extension, say which class it is and what to try it with, and the
 * inherited tests tell what a host expects of it: {@link org.espalier.testkit.DatasetContract}, {@link org.espalier.testkit.FullBatchModelContract},
 * {@link org.espalier.testkit.MiniBatchModelContract}, {@link org.espalier.testkit.FullBatchTrainerContract}, {@link org.espalier.testkit.MiniBatchTrainerContract},
 * {@link org.espalier.testkit.MetricContract}; and {@link org.espalier.testkit.BundleContract} for the jar as a whole.
 */
@Export
@Version("1.0.0")
package org.espalier.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
