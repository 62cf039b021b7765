/**
 * Parameters of extensions: a record whose components carry {@link org.espalier.api.config.Param}. Help, completion, validation and reports derive from it.
 */
@Export
@Version("1.1.0")
package org.espalier.api.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
