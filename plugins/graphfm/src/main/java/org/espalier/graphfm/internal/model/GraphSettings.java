package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;

/** Parameters of {@link GraphFmModel}. */
record GraphSettings(
        @Param(value = "Width of the embedding, d", def = "16", min = 1) int embedding,
        @Param(value = "Width of each layer; their number is the depth K", def = "64, 64, 64", min = 1) List<Integer> widths,
        @Param(value = "Neighbours each field keeps in each layer, m_1 to m_K, at most the number of fields; all fields in every layer if not given", def = "", min = 1) List<Integer> neighbours,
        @Param(value = "Heads of attention, which must divide every width", def = "2", min = 1) int heads,
        @Param(value = "Whether fields that were not selected keep a weight of exp(0), as in the official code (code), or none, as the paper describes it (strict)", def = "code") Neighbourhood mode,
        @Param(value = "Whether neighbours are selected; without, all fields are neighbours with edge weight 1", def = "true") boolean selection,
        @Param(value = "Whether neighbours are weighed by attention; without, every attention logit is 1 before it is multiplied by the edge weight", def = "true") boolean attention,
        @Param(value = "Whether products of fields are aggregated; without, the neighbours themselves, as in a graph attention network", def = "true") boolean interact,
        @Param(value = "Whether each layer adds a projection of its input", def = "true") boolean residual,
        @Param(value = "Probability of dropping an element of the embedding in training", def = "0", min = 0, max = 1, maxExclusive = true) double embeddingDropout,
        @Param(value = "Probability of dropping an attention weight in training", def = "0", min = 0, max = 1, maxExclusive = true) double attentionDropout,
        @Param(value = "Hidden layers of a perceptron on the embedding beside the graph, e.g. 400, 400; none by default", def = "", min = 1) List<Integer> deep,
        @Param(value = "Probability of dropping a unit of the perceptron in training", def = "0", min = 0, max = 1, maxExclusive = true) double deepDropout,
        @Param(value = "Weight of half the sum of the squared matrices of the perceptron in the loss", def = "0", min = 0) double deepL2,
        @Param(value = "Test rows whose edge weights are shown, counted from 1; rows beyond the last are left out", def = "1, 2, 3", min = 1) List<Integer> shownRows) {

    /** What happens to fields that were not selected. */
    enum Neighbourhood { CODE, STRICT }

    GraphSettings {
        widths = List.copyOf(widths);
        neighbours = List.copyOf(neighbours);
        deep = List.copyOf(deep);
        shownRows = List.copyOf(shownRows);
        if (widths.isEmpty()) {
            throw new InputException("graphfm.graphfm needs at least one layer, but 'widths' is empty: give a width for each");
        }
        if (!neighbours.isEmpty() && neighbours.size() != widths.size()) {
            throw new InputException("graphfm.graphfm has " + widths.size() + " layers (widths " + widths + "), but 'neighbours' has " + neighbours.size() + " numbers, " + neighbours
                    + ": give one for each layer");
        }
        Heads.check("graphfm.graphfm", heads, widths);
    }

    /**
     * Neighbours kept in a layer.
     *
     * @param layer  from 0
     * @param fields M
     */
    int neighbours(int layer, int fields) {
        return neighbours.isEmpty() ? fields : neighbours.get(layer);
    }
}
