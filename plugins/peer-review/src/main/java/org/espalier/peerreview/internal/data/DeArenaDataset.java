package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.GroundTruthReader;
import org.espalier.data.judgment.io.Reading;
import org.espalier.data.judgment.io.VoteReader;

import jakarta.inject.Inject;

/** De-Arena's votes on MT-Bench answers, in two closed pools; the true order is by Elo in Chatbot Arena, where a model has one. */
@DatasetExtension(id = "peerreview.dearena", title = "De-Arena's votes on MT-Bench answers: 7 open models or 9 behind APIs", data = JudgmentData.KIND)
public final class DeArenaDataset implements Dataset<JudgmentData> {
    private static final DataFile ARENA = DataFile.external("ground_truth/arena_elo_20240904_dearena_models.csv");
    private static final String WITHOUT_VOTES = "gpt-4-1106-preview";

    private final Pool pool;
    private final Sampling sampling;
    private final RandomSource random;

    /** The two pools. */
    enum Pool {
        /** Open models: every reviewer judges every pair without itself. */
        OPEN("gemma-2-9b-it-simpo", "google-gemma-2-9b-it", "mistral-7b-instruct-2", "zephyr-7b-beta", "vicuna-7b", "llama-3.1-tulu-8b", "qwen2.5-3b"),
        /** Models behind APIs: pairs chosen as votes came in, reviewers of unequal coverage, nearly all ties. */
        API("ChatGPT-4o-latest", "gpt-4o-2024-05-13", "gpt-4o-mini-2024-07-18", "gpt-4o-2024-08-06", "gpt-4-turbo-2024-04-09", WITHOUT_VOTES, "gpt-3.5-turbo-0125", "o1-preview",
                "o1-mini");

        private final List<String> models;

        Pool(String... models) {
            this.models = List.of(models);
        }
    }

    /** What a user can set. */
    record Parameters(
            @Param(value = "Which pool", def = "open") Pool pool,
            @Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share) {
    }

    @Inject
    DeArenaDataset(Parameters parameters, RandomSource random) {
        this.pool = parameters.pool();
        this.sampling = new Sampling(parameters.share(), false);
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        List<DataFile> files = new ArrayList<>(List.of(ARENA));
        pool.models.stream().filter(model -> !model.equals(WITHOUT_VOTES)).map(DeArenaDataset::votes).forEach(files::add);
        return files;
    }

    private static DataFile votes(String reviewer) {
        return DataFile.external("dearena_mt/judgements_mt_bench/" + reviewer + "/voting_records.jsonl").source("https://github.com/maitrix-org/de-arena");
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        Map<String, Path> votes = new LinkedHashMap<>();
        for (String reviewer : pool.models) {
            if (!reviewer.equals(WITHOUT_VOTES)) {
                votes.put(reviewer, files.path(votes(reviewer)));
            }
        }
        JudgmentData data = new VoteReader(Roster.of(pool.models), Reading.lenient(files::note)).read("dearena-" + pool.name().toLowerCase(java.util.Locale.ROOT), votes);
        return sampling.of(data.withTruth(GroundTruthReader.read(pool.models, files.path(ARENA), "rating", files::note)), random);
    }
}
