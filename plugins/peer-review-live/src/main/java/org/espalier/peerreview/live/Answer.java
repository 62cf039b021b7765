package org.espalier.peerreview.live;

import java.util.List;

/**
 * What a model said to a question.
 *
 * @param model name of the model; never shown to a reviewer
 * @param turns its replies, turn by turn
 */
public record Answer(String model, List<String> turns) {
    public Answer {
        turns = List.copyOf(turns);
    }
}
