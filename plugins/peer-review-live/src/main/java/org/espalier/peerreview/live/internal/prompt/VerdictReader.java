package org.espalier.peerreview.live.internal.prompt;

import java.util.Optional;
import java.util.regex.Pattern;

import org.espalier.peerreview.live.Verdict;

/** Reads a verdict from a reply, in the order of section 2: a tie or a reviewer that cannot decide, then A, then B. */
public final class VerdictReader {
    private static final Pattern UNDECIDED = Pattern.compile("(can ?not|can't|unable to|not able to|impossible to) (decide|determine|judge|choose|tell)", Pattern.CASE_INSENSITIVE);

    private VerdictReader() {
    }

    /** Empty if the reply holds no verdict: worth asking once more. */
    public static Optional<Verdict> read(String reply) {
        if (names(reply, "C") || UNDECIDED.matcher(reply).find()) {
            return Optional.of(Verdict.TIE);
        }
        return names(reply, "A") ? Optional.of(Verdict.A) : second(reply);
    }

    /** The second try, after the format was repeated: A, B, then a tie. */
    public static Optional<Verdict> readAgain(String reply) {
        if (names(reply, "A")) {
            return Optional.of(Verdict.A);
        }
        return second(reply).or(() -> names(reply, "C") || UNDECIDED.matcher(reply).find() ? Optional.of(Verdict.TIE) : Optional.empty());
    }

    private static Optional<Verdict> second(String reply) {
        return names(reply, "B") ? Optional.of(Verdict.B) : Optional.empty();
    }

    /** In double brackets or single ones. */
    private static boolean names(String reply, String letter) {
        return reply.contains("[" + letter + "]");
    }
}
