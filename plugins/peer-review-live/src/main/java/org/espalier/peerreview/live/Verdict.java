package org.espalier.peerreview.live;

/** Which of two answers is better, as they were shown. */
public enum Verdict {
    A, B, TIE,
    /** The reviewer gave no readable verdict. */
    ERROR
}
