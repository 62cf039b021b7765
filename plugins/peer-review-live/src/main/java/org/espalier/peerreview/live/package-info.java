/**
 * The contracts of a live peer review: who answers, who reviews, and what they say. Implement {@link org.espalier.peerreview.live.Reviewer} or
 * {@link org.espalier.peerreview.live.Answerer} to bring models in by another road than HTTP.
 */
@Export
@Version("1.0.0")
package org.espalier.peerreview.live;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
