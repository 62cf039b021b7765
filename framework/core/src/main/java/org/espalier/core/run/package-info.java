/**
 * Running plans, and the records they leave behind.
 */
@Export
@Version("1.1.0")
package org.espalier.core.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
