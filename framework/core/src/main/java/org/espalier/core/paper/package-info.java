/**
 * Cards of the papers that plugins implement.
 */
@Export
@Version("1.0.0")
package org.espalier.core.paper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
