package org.espalier.peerreview.internal.model;

import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Judgments;
import org.espalier.peerreview.internal.scoring.Exam;
import org.espalier.peerreview.internal.scoring.LinearScoring;

import jakarta.inject.Inject;

/**
 * PRE (Chu et al., arXiv 2401.15641): an exam on some contests that people judged too; who fails is dropped, the others weigh what they scored. Supervised: it needs judgments of an examiner
 * who does not compete.
 */
@ModelExtension(id = "peerreview.pre", title = "Weights by an exam against people's judgments (PRE)", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class Pre extends Aggregation {
    private final Parameters parameters;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Reviewer who is right", def = "human") String examiner,
            @Param(value = "Contests (a question and a pair) of the exam, drawn by the seed from those that the examiner judged", def = "100", min = 1) int contests,
            @Param(value = "Accuracy that a reviewer must reach", def = "0.6", min = 0, max = 1) double threshold) {
    }

    @Inject
    Pre(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.random = random;
    }

    @Override
    double[] scores(JudgmentData data) {
        int examiner = data.roster().reviewers().indexOf(parameters.examiner());
        if (examiner < data.models() || data.tallies().get(examiner).judgments() == 0) {
            throw new InputException("PRE needs judgments of an examiner who does not compete, but '" + data.name() + "' has none of '" + parameters.examiner()
                    + "' (for peerreview.vicuna80 set humans=true; for recorded judgments name people under other-reviewers)");
        }
        Judgments judgments = judgments(data, "The exam of PRE");
        Set<Long> exam = exam(judgments, data.models(), examiner);
        double[] accuracy = Exam.accuracy(judgments, data.models(), data.roster().reviewerCount(), examiner, exam::contains);
        accuracy[examiner] = 0;
        return Exam.scores(LinearScoring.of(data, LinearScoring.Form.PLAIN), Exam.weights(accuracy, parameters.threshold()));
    }

    private Set<Long> exam(Judgments judgments, int models, int examiner) {
        long[] keys = judgments.contests(models);
        long[] judged = LongStream.range(0, keys.length).filter(i -> judgments.reviewers()[(int) i] == examiner).map(i -> keys[(int) i]).distinct().sorted().toArray();
        RandomGenerator draw = random.generator("exam");
        return draw.ints(0, judged.length).distinct().limit(Math.min(parameters.contests(), judged.length)).mapToObj(i -> judged[i]).collect(Collectors.toSet());
    }
}
