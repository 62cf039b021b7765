/**
 * Contracts for models: what a trainer may ask of one. {@link org.espalier.api.model.FullBatchModel} and {@link org.espalier.api.model.MiniBatchModel} describe themselves as SameDiff graphs.
 */
@Export
@Version("1.1.0")
package org.espalier.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
