package org.espalier.gndnets.internal.data;

import org.espalier.api.error.InputException;
import org.espalier.data.graph.GraphData;

/** What all methods that learn from features ask of a graph before they touch a device. */
public final class NeededFeatures {
    private NeededFeatures() {
    }

    /** @throws InputException if the graph has no features */
    public static void of(GraphData graph) {
        if (graph.features().cols() == 0) {
            throw new InputException("Graph '" + graph.name() + "' was read without features, which this model learns from. Only gndnets.lp and gndnets.ls do without; "
                    + "for the others leave main.dataset.features=none away");
        }
    }
}
