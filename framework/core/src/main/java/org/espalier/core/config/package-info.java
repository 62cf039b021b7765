/**
 * Parameters, their values, and where each value came from.
 */
@Export
@Version("1.1.0")
package org.espalier.core.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
