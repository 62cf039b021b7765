package org.espalier.peerreview.live;

/**
 * A verdict with the words it was read from.
 *
 * @param verdict what was read
 * @param text    the reviewer's reply; empty if there is none
 */
public record Opinion(Verdict verdict, String text) {
}
