package org.espalier.core.claim;

import java.util.Optional;

import org.espalier.core.internal.claim.Check;

/**
 * What a run says of a claim.
 *
 * @param claim     the claim's id
 * @param says      the claim in words
 * @param check     the checked expression
 * @param decision  the outcome
 * @param measured  value of the expression's left side minus nothing: the estimate that is compared with the bound
 * @param low       lower end of the 95 % confidence interval over seeds; the measured value where the check is of {@code min} or {@code max} over seeds
 * @param high      upper end
 * @param bound     what it is compared with, e.g. {@code >= 0.02} or {@code in [0.71, 0.78]}; {@code no bound} if with nothing
 * @param seeds     number of seeds it rests on
 * @param published the published number with its place, or {@code not available}
 * @param reason    why it is not decided; empty otherwise
 */
public record Verdict(String claim, String says, String check, Decision decision, double measured, double low, double high, String bound, int seeds,
        String published, Optional<String> reason) {
    /** That of a claim whose experiment could not be run. */
    public static Verdict undecided(Claim claim, String reason) {
        return new Verdict(claim.id(), claim.says(), claim.check(), Decision.NOT_DECIDED, Double.NaN, Double.NaN, Double.NaN, Check.parse(claim.check()).bound(), 0, claim.published(),
                Optional.of(reason));
    }

    /** Whether a claim stands. */
    public enum Decision {
        /** The whole interval satisfies the claim. */
        HOLDS("holds"),
        /** The whole interval violates it. */
        DOES_NOT_HOLD("does not hold"),
        /** The interval straddles the bound, or trials are missing. */
        NOT_DECIDED("not decided"),
        /** The claim has no bound: the measured value with its interval is all it asks for. */
        REPORTED("reported");

        private final String words;

        Decision(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
