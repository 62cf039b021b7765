package org.espalier.graphfm.internal.model;

import java.util.List;

import org.espalier.api.error.InputException;

/** Heads of attention share a layer's width among them. */
final class Heads {
    private Heads() {
    }

    /** @throws InputException if the heads do not divide each width */
    static void check(String model, int heads, List<Integer> widths) {
        for (int width : widths) {
            if (width % heads != 0) {
                throw new InputException(model + " has a layer of width " + width + ", which " + heads + " heads do not divide: choose 'widths' and 'heads' so that they do");
            }
        }
    }
}
