package org.espalier.peerreview.internal.model;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DivergedException;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.TrainerExtension;
import org.espalier.api.inspection.Inspector;
import org.espalier.api.metric.Predictions;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.run.Artefacts;
import org.espalier.api.run.Progress;
import org.espalier.api.trainer.Trained;
import org.espalier.api.trainer.Trainer;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.peerreview.internal.scoring.ConsistencyOptimisation.Epoch;
import org.espalier.peerreview.internal.scoring.Elimination;
import org.espalier.peerreview.internal.scoring.Schedule;
import org.espalier.peerreview.internal.scoring.Scoring;

import jakarta.inject.Inject;

/**
 * Plain full-batch gradient descent on the consistency of weights and scores, started anew after each elimination. Double precision on the processor, since rankings turn on the last digits; it
 * uses no device. There are no checkpoints: a stopped trial starts anew, in the same steps.
 */
@TrainerExtension(id = "peerreview.consistency", title = "Consistency optimisation with elimination of reviewers", form = ConsistencyModel.FORM, data = JudgmentData.KIND)
public final class ConsistencyTrainer implements Trainer<ConsistencyModel, JudgmentData> {
    /** The artefact with weights and scores. */
    static final String WEIGHTS = "weights.csv";

    private final Schedule schedule;
    private final Progress progress;
    private final Artefacts artefacts;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Epochs of each optimisation", def = "30", min = 1, unit = "epochs") int epochs,
            @Param(value = "Learning rate of the first epochs, above 0", def = "0.1") double learningRate,
            @Param(value = "Epochs after which the rate is lowered, again and again", def = "10", min = 1, unit = "epochs") int step,
            @Param(value = "Factor by which it is lowered", def = "0.1", min = 0, max = 1) double decay) {
    }

    @Inject
    ConsistencyTrainer(Parameters parameters, Progress progress, Artefacts artefacts) {
        if (!(parameters.learningRate() > 0) || !Double.isFinite(parameters.learningRate())) {
            throw new InputException("Key 'learning-rate': " + parameters.learningRate() + " is no rate to descend with; give a finite number above 0, such as 0.1");
        }
        this.schedule = new Schedule(parameters.epochs(), parameters.learningRate(), parameters.step(), parameters.decay());
        this.progress = progress;
        this.artefacts = artefacts;
    }

    @Override
    public Trained train(ConsistencyModel model, JudgmentData data) {
        Scoring scoring = model.scoring(data);
        Elimination elimination = new Elimination(scoring, schedule, model.removals(data));
        int planned = elimination.plannedStages() * schedule.epochs();
        int[] done = new int[1];
        Elimination.Result result = elimination.run(model.start(data), epoch -> report(epoch, ++done[0], planned));
        model.learned(result);
        artefacts.save(WEIGHTS, out -> out.write(table(data, result).getBytes(StandardCharsets.UTF_8)));
        return new Learned(data, result);
    }

    private void report(Epoch epoch, int done, int planned) {
        if (!Double.isFinite(epoch.loss())) {
            throw new DivergedException(done, "training loss", "a smaller learning-rate, or a greater k.");
        }
        progress.check();
        progress.epoch(done, planned, Map.of("train-loss", epoch.loss()));
    }

    /** Weights and scores of the last optimisation, and in which each reviewer was last active, from 1; reviewers that do not compete have no score. */
    private static String table(JudgmentData data, Elimination.Result result) {
        StringBuilder table = new StringBuilder("reviewer,weight,score,last-optimisation\n");
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int stage = 0; stage < result.stages().size(); stage++) {
            for (int s = 0; s < data.roster().reviewerCount(); s++) {
                if (result.stages().get(stage).active()[s]) {
                    last.put(data.roster().reviewers().get(s), stage + 1);
                }
            }
        }
        for (int s = 0; s < data.roster().reviewerCount(); s++) {
            String name = data.roster().reviewers().get(s);
            Epoch outcome = result.last().outcome();
            table.append('"').append(name.replace("\"", "\"\"")).append("\",").append(outcome.weights()[s]).append(',')
                    .append(s < data.models() ? Double.toString(outcome.scores()[s]) : "").append(',').append(last.getOrDefault(name, 0)).append('\n');
        }
        return table.toString();
    }

    /** The ranking that was learned. */
    private record Learned(JudgmentData data, Elimination.Result result) implements Trained {
        @Override
        public Predictions predict(Part part) {
            return new Ranking(data.roster().models(), result.last().outcome().scores(), data.truth());
        }

        @Override
        public void inspect(Inspector inspector) {
            // the inspector looks at the learned weights, which the model keeps for it
        }
    }
}
