/**
 * Reports as single HTML files that need nothing else: no network, no program, readable in ten years.
 */
@Export
@Version("1.0.0")
package org.espalier.report.html;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
