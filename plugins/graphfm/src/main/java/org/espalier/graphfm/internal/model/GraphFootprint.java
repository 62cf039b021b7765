package org.espalier.graphfm.internal.model;

/** Forecast for {@link GraphFmModel}. */
final class GraphFootprint {
    private GraphFootprint() {
    }

    static Footprint of(GraphSettings settings, long features, long fields) {
        long weights = features * settings.embedding();
        long perRow = 6 * fields * settings.embedding();
        long pairs = fields * (fields + 1) / 2;
        long in = settings.embedding();
        for (int out : settings.widths()) {
            weights += 2 * fields * in * out + 3 * fields * out + in * (Selection.HIDDEN + settings.heads());
            perRow += pairs * (5 * in + 3 * Selection.HIDDEN + 3 * settings.heads()) + fields * fields * (4 + 7L * settings.heads()) + fields * (5 * in * settings.heads() + 10L * out);
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
