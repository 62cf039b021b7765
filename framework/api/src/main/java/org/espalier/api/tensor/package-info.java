/**
 * Tensors that ND4J has no type for.
 */
@Export
@Version("1.1.0")
package org.espalier.api.tensor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
