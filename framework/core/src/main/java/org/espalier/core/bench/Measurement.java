package org.espalier.core.bench;

import java.util.List;
import java.util.Optional;

/**
 * What was timed of one variant and sweep point.
 *
 * @param training steps and epochs; empty for models that are not trained by steps
 * @param cases    what dataset and model have beside them
 */
public record Measurement(Optional<Timing> training, List<CaseTiming> cases) {
}
