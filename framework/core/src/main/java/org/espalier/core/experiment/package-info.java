/**
 * Experiment files and the plans made of them.
 */
@Export
@Version("1.1.0")
package org.espalier.core.experiment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
