package org.espalier.data.judgment.io;

import java.util.function.Consumer;

import org.espalier.data.judgment.Repeats;

/**
 * What a reader does with what is not as expected.
 *
 * @param strict      whether a name that is not on the roster ends reading; otherwise its judgments are dropped and counted
 * @param skipBad     whether broken lines are dropped and counted; otherwise the first ends reading
 * @param keepRecords whether single judgments are kept, 15 bytes each; majority voting, sequential Elo and exams need them
 * @param repeats     what is done where a reviewer judged a pair on a question more than once; anything but keeping needs the single judgments
 * @param threads     threads to read with
 * @param notes       takes remarks
 */
public record Reading(boolean strict, boolean skipBad, boolean keepRecords, Repeats repeats, int threads, Consumer<String> notes) {

    /** Drops unknown names, ends at broken lines, keeps everything, with all processors. */
    public static Reading lenient(Consumer<String> notes) {
        return new Reading(false, false, true, Repeats.KEEP, Runtime.getRuntime().availableProcessors(), notes);
    }
}
