package org.espalier.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.core.claim.Verdict.Decision;
import org.espalier.core.run.RunOutcome;
import org.espalier.core.run.RunRecord;

/** The runs of one command, and the exit code they make together: that of the first run that did not go well. */
final class Outcomes {
    private final boolean failOnClaim;
    private final List<RunRecord> runs = new ArrayList<>();

    Outcomes(boolean failOnClaim) {
        this.failOnClaim = failOnClaim;
    }

    void add(RunRecord run) {
        runs.add(run);
    }

    boolean interrupted() {
        return runs.stream().anyMatch(Outcomes::interrupted);
    }

    private static boolean interrupted(RunRecord run) {
        return run.outcome().filter(RunOutcome.INTERRUPTED::equals).isPresent();
    }

    /** How to go on with a run that was interrupted; empty for others. */
    static Optional<String> howToGoOn(RunRecord run, String command) {
        return Optional.of(run).filter(Outcomes::interrupted).map(r -> "Interrupted; what was done is saved. To go on: espalier " + command + " --resume " + r.id());
    }

    int exitCode() {
        return runs.stream().mapToInt(this::exitCode).filter(code -> code != ExitCode.DONE).findFirst().orElse(ExitCode.DONE);
    }

    int exitCode(RunRecord run) {
        int code = run.outcome().map(RunOutcome::exitCode).orElse(ExitCode.INTERNAL_ERROR);
        boolean claimFailed = run.verdicts().stream().anyMatch(verdict -> verdict.decision() == Decision.DOES_NOT_HOLD);
        return code == ExitCode.DONE && failOnClaim && claimFailed ? ExitCode.CLAIM_FAILED : code;
    }
}
