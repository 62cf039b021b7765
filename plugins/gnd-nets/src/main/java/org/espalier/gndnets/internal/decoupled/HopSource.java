package org.espalier.gndnets.internal.decoupled;

import org.espalier.api.model.Model;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.data.graph.GraphData;

/** Tells what is to be diffused. {@link HopTrainer} does it. */
public interface HopSource extends Model<GraphData> {
    /** Name of this form in annotations. */
    String FORM = "hops";

    /** P, [N, N]. */
    CsrMatrix transition(GraphData data);

    /** X, [N, D]. */
    CsrMatrix features(GraphData data);

    /** K, at least 1. */
    int hops();
}
