/**
 * Contracts for training a model on a dataset.
 */
@Export
@Version("1.1.0")
package org.espalier.api.trainer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
