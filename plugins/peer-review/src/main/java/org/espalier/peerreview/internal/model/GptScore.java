package org.espalier.peerreview.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.extension.ModelExtension;
import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.api.model.DirectModel;
import org.espalier.api.run.Artefact;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.tabular.CsvTable;

import jakarta.inject.Inject;

/** GPTScore: the mean over questions of the mean log-likelihood of a model's answer, token by token, under a base model. The likelihoods come from outside: this plugin has no base model. */
@ModelExtension(id = "peerreview.gptscore", title = "GPTScore: likelihood of answers under a base model", data = JudgmentData.KIND, form = DirectModel.FORM, predicts = Ranking.KIND)
public final class GptScore extends Aggregation {
    private final Optional<Artefact> likelihoods;

    /** What a user can set. */
    record Parameters(
            @Param("Table of an earlier stage with the columns model and log-likelihood: a line for each answer, its mean log-likelihood per token under the base model") Optional<Artefact> likelihoods) {
    }

    @Inject
    GptScore(Parameters parameters) {
        this.likelihoods = parameters.likelihoods();
    }

    @Override
    double[] scores(JudgmentData data) {
        Artefact artefact = likelihoods.orElseThrow(() -> new InputException("GPTScore needs the log-likelihoods of all answers under a base model (the paper took flan-t5-xxl and davinci-002), which this plugin "
                + "does not have. Let an earlier stage make them and set likelihoods={from: STAGE, artefact: NAME}"));
        try {
            return means(CsvTable.read(artefact.path()), data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the likelihoods '" + artefact.name() + "' of stage '" + artefact.stage() + "'", e);
        }
    }

    private static double[] means(CsvTable table, JudgmentData data) {
        double[] sums = new double[data.models()];
        int[] answers = new int[data.models()];
        for (CsvTable.Row row : table.rows()) {
            int model = data.roster().models().indexOf(row.cells().get(table.column("model")));
            if (model >= 0) {
                sums[model] += table.number(row, table.column("log-likelihood"));
                answers[model]++;
            }
        }
        for (int model = 0; model < sums.length; model++) {
            if (answers[model] == 0) {
                throw new InputException("The likelihoods in " + table.file() + " have no answer of model '" + data.roster().models().get(model) + "'");
            }
            sums[model] /= answers[model];
        }
        return sums;
    }
}
