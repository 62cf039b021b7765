/**
 * Timing what is no training step: a dataset or model that has such work implements {@link org.espalier.api.bench.Benchmark}, and
 * {@code espalier bench EXPERIMENT} times it wherever an experiment uses it.
 */
@Export
@Version("1.0.0")
package org.espalier.api.bench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
