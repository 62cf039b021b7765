/**
 * Contracts for judging predictions.
 */
@Export
@Version("1.1.0")
package org.espalier.api.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
