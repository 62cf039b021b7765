package org.espalier.graphfm.internal.model;

/** Forecast for {@link GraphFmModel}. */
final class GraphFootprint {
    private GraphFootprint() {
    }

    static Footprint of(GraphSettings settings, long features, long fields) {
        long weights = features * settings.embedding();
        long perRow = 6 * fields * settings.embedding();
        long in = settings.embedding();
        for (int out : settings.widths()) {
            weights += 2 * fields * in * out + 3 * fields * out + in * (PairScores.HIDDEN + settings.heads());
            perRow += fields * fields * (9 + 8L * settings.heads()) + fields * (5 * in * settings.heads() + 10L * out);
            in = out;
        }
        long before = fields * settings.embedding();
        for (int out : settings.deep()) {
            weights += before * out;
            perRow += 4L * out;
            before = out;
        }
        return new Footprint(weights, perRow);
    }
}
