/**
 * Looking into a trained model: numbers and figures beside its predictions. A model that has something to show gives an
 * {@link org.espalier.api.inspection.Inspector}; the host keeps what it finds with the trial, and the report draws it.
 */
@Export
@Version("1.0.0")
package org.espalier.api.inspection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
