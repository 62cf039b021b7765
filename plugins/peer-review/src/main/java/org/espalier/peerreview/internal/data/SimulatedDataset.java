package org.espalier.peerreview.internal.data;

import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;

import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.JudgmentsBuilder;

import jakarta.inject.Inject;

/** Simulated judgments, drawn by the trial's seed. */
@DatasetExtension(id = "peerreview.simulated", title = "Simulated pool of models (synthetic)", data = JudgmentData.KIND)
public final class SimulatedDataset implements Dataset<JudgmentData> {
    private final SimulatedPool pool;
    private final Sampling sampling;
    private final boolean keepJudgments;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Number of models, all of them reviewers", def = "15", min = 2, max = 60000) int models,
            @Param(value = "Pairs of answers that are reviewed", def = "600", min = 1) long pairs,
            @Param(value = "Reviewers of each pair", def = "5", min = 1) int reviewers,
            @Param(value = "Ability of the best model minus that of the worst", def = "1", min = 0) double spread,
            @Param(value = "Probability that the worst reviewer tells the truth", def = "0.35", min = 0, max = 1) double worst,
            @Param(value = "Probability that the best reviewer tells the truth", def = "0.9", min = 0, max = 1) double best,
            @Param(value = "Probability that a reviewer says tie instead", def = "0.15", min = 0, max = 1) double ties,
            @Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share,
            @Param(value = "Whether single judgments are kept; counts alone are smaller, but majority voting and sequential Elo need the judgments", def = "true") boolean keepJudgments) {
    }

    @Inject
    SimulatedDataset(Parameters parameters, RandomSource random) {
        if (parameters.reviewers() > parameters.models()) {
            throw new InputException("Key 'reviewers': " + parameters.reviewers() + " different reviewers cannot be drawn from " + parameters.models() + " models");
        }
        this.pool = new SimulatedPool(parameters.models(), parameters.pairs(), parameters.reviewers(), parameters.spread(), parameters.worst(), parameters.best(), parameters.ties());
        this.sampling = new Sampling(parameters.share(), false);
        this.keepJudgments = parameters.keepJudgments();
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of();
    }

    @Override
    public JudgmentData load(DataAccess files) {
        files.note("The judgments are simulated (synthetic), not those of language models");
        JudgmentsBuilder builder = new JudgmentsBuilder(Roster.of(pool.names()), keepJudgments);
        pool.draw(random.generator("pool"), builder::add);
        return sampling.of(builder.build("simulated").withTruth(IntStream.range(0, pool.models()).toArray()), random);
    }
}
