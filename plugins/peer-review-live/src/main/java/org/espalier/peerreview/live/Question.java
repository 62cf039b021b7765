package org.espalier.peerreview.live;

import java.util.List;

/**
 * A question put to every model.
 *
 * @param id        as in its file
 * @param category  e.g. {@code writing}; may be empty
 * @param turns     what is asked, one text per turn; at least one
 * @param reference reference answers by turn; empty if there are none
 */
public record Question(String id, String category, List<String> turns, List<String> reference) {
    public Question {
        turns = List.copyOf(turns);
        reference = List.copyOf(reference);
    }
}
