package org.espalier.data.judgment;

/** What is done where a reviewer judged a pair on a question more than once. */
public enum Repeats {
    /** All count. */
    KEEP,
    /** The first counts. */
    FIRST,
    /** The last counts. */
    LAST
}
