package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Repeats;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.FastChatReader;
import org.espalier.data.judgment.io.GroundTruthReader;
import org.espalier.data.judgment.io.Reading;

import jakarta.inject.Inject;

/** The paper's own pool on MT-Bench: 15 models. Public is the file of one reviewer, gpt-3.5-turbo; the files of the other 14 are read where they lie beside it. */
@DatasetExtension(id = "peerreview.mt15", title = "The paper's 15 models on MT-Bench, reviewed by gpt-3.5-turbo", data = JudgmentData.KIND)
public final class Mt15Dataset implements Dataset<JudgmentData> {
    /** Human order of the 15 models in the paper's code, best first. */
    static final DataFile ORDER = DataFile.external("ground_truth/mt15_human_order.txt");
    /** The 15 models. */
    static final List<String> MODELS = List.of("gpt-3.5-turbo", "guanaco-33b-merged", "vicuna-13b-v1.5", "WizardLM-13B-V1.2", "vicuna-7b-v1.5", "koala-13b", "gpt4all-13b-snoozy", "mpt-7b-chat",
            "oasst-sft-4-pythia-12b-epoch-3.5", "alpaca-13b", "fastchat-t5-3b-v1.0", "chatglm-6b", "stablelm-tuned-alpha-7b", "dolly-v2-12b", "llama-13b");

    private static final String PUBLIC_REVIEWER = "gpt-3.5-turbo";

    private final Parameters parameters;
    private final Sampling sampling;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share,
            @Param(value = "Whether models' judgments of their own answers are left out", def = "false") boolean excludeSelf,
            @Param(value = "What is done with the second judgment of a reviewer on a question and pair", def = "keep") Repeats repeats) {
    }

    @Inject
    Mt15Dataset(Parameters parameters, RandomSource random) {
        this.parameters = parameters;
        this.sampling = new Sampling(parameters.share(), parameters.excludeSelf());
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        List<DataFile> files = new ArrayList<>(List.of(ORDER));
        for (String reviewer : MODELS) {
            DataFile file = DataFile.external("mt15/model_judgment/" + reviewer + "_pair_short.jsonl")
                    .source("https://github.com/PKU-YuanGroup/Peer-review-in-LLMs");
            files.add(reviewer.equals(PUBLIC_REVIEWER) ? file : file.optional());
        }
        return files;
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        List<Path> judgments = new ArrayList<>();
        for (DataFile file : files().subList(1, files().size())) {
            if (files.has(file)) {
                judgments.add(files.path(file));
            }
        }
        Reading lenient = Reading.lenient(files::note);
        Reading reading = new Reading(false, false, true, parameters.repeats(), lenient.threads(), files::note);
        JudgmentData data = new FastChatReader(Roster.of(MODELS), reading).read("mt15", judgments);
        return sampling.of(data.withTruth(GroundTruthReader.read(MODELS, files.path(ORDER), "", files::note)), random);
    }
}
