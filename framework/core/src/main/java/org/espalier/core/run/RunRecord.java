package org.espalier.core.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.core.claim.Verdict;
import org.espalier.core.config.Setting;

/**
 * A run as its folder tells it.
 *
 * @param id         full id: {@code experiment/run-id}
 * @param experiment the experiment's id
 * @param title      the experiment's title
 * @param paper      the paper's id
 * @param folder     where the files are
 * @param started    when
 * @param ended      when; empty while it runs or if it was killed
 * @param outcome    how it ended; empty while it runs or if it was killed
 * @param settings   effective values with origins
 * @param provenance what it was made with: bundles with hashes, data fingerprints, device, versions …
 * @param trials     results, in the plan's order
 * @param verdicts   the claims' verdicts
 * @param notes      remarks of readers and engine
 * @param profiles   where the time of trials' stages went, in order of time; none unless {@code compute.profile} was true
 */
public record RunRecord(String id, String experiment, String title, Optional<String> paper, Path folder, Instant started, Optional<Instant> ended,
        Optional<RunOutcome> outcome, List<Setting> settings, Map<String, Object> provenance, List<TrialResult> trials, List<Verdict> verdicts, List<String> notes,
        List<TrialProfile> profiles) {
}
