/**
 * Records as JSON, the same everywhere: on standard output of batch runs, behind {@code --json} in the shell, in reports.
 */
@Export
@Version("1.0.0")
package org.espalier.report.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
