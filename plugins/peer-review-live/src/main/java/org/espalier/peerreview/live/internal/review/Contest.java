package org.espalier.peerreview.live.internal.review;

import java.util.List;

import org.espalier.peerreview.live.Question;

/**
 * A pair of answers and who judges it.
 *
 * @param first     author of the one answer
 * @param second    author of the other
 * @param reviewers names of those who judge
 */
record Contest(Question question, String first, String second, List<String> reviewers) {
}
