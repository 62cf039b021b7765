package org.espalier.peerreview.live;

import java.util.List;

/** The data kind of a review: what is asked. */
public record Questions(List<Question> all) {
    /** Name of this kind in annotations. */
    public static final String KIND = "questions";

    public Questions {
        all = List.copyOf(all);
    }

    @Override
    public String toString() {
        return all.size() + " questions";
    }
}
