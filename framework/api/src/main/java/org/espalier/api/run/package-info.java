/**
 * What the host binds for the duration of one trial: random source, progress, artefacts, checkpoints. Ask for any of them in an {@code @Inject} constructor.
 */
@Export
@Version("1.0.0")
package org.espalier.api.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
