package org.espalier.host.internal;

import java.util.ArrayList;
import java.util.List;

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
        return runs.stream().anyMatch(run -> run.outcome().filter(RunOutcome.INTERRUPTED::equals).isPresent());
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
