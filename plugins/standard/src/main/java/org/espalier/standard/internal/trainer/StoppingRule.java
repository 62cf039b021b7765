package org.espalier.standard.internal.trainer;

/** What counts as progress on the validation part, and whose weights are kept. */
public enum StoppingRule {
    /**
     * As in GND-Nets (arXiv 2201.09698), section 2: a look is progress if its accuracy <em>or</em> its loss is at least as good as the best so far; its weights are kept if
     * <em>both</em> are. Ties count as progress. Without an accuracy the loss alone decides.
     */
    ACCURACY_OR_LOSS,
    /** A look is progress, and its weights are kept, if its loss is the lowest so far. */
    LOSS,
    /**
     * A look is progress if its loss did not rise since the look before; weights are kept if the loss is the lowest so far. As in the official code of AutoInt and GraphFM, which
     * want two looks more than those that rose.
     */
    RISING_LOSS
}
