/**
 * Failures that a user can act on. Their messages say what was attempted, the offending value, what was expected and what to do.
 */
@Export
@Version("1.1.0")
package org.espalier.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
