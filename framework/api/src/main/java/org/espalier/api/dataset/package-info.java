/**
 * Contracts for reading a dataset: which files it needs and how they become one of the data kinds.
 */
@Export
@Version("1.1.0")
package org.espalier.api.dataset;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
