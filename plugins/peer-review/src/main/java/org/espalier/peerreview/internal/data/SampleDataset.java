package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.data.judgment.Roster;
import org.espalier.data.judgment.io.FastChatReader;
import org.espalier.data.judgment.io.GroundTruthReader;
import org.espalier.data.judgment.io.Reading;

import jakarta.inject.Inject;

/** The first 20 of the 80 questions of vicuna80, shipped: real judgments in small. */
@DatasetExtension(id = "peerreview.sample", title = "Five models on 20 Vicuna questions (shipped)", data = JudgmentData.KIND)
public final class SampleDataset implements Dataset<JudgmentData> {
    private static final DataFile JUDGMENTS = DataFile.bundled("data/vicuna20_pair.jsonl");
    private static final DataFile ORDER = DataFile.bundled("data/vicuna-human-order.txt");

    private final Sampling sampling;
    private final RandomSource random;

    /** What a user can set. */
    record Parameters(@Param(value = "Share of the judgments, drawn by the seed", def = "1", min = 0, max = 1) double share) {
    }

    @Inject
    SampleDataset(Parameters parameters, RandomSource random) {
        this.sampling = new Sampling(parameters.share(), false);
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of(JUDGMENTS, ORDER);
    }

    @Override
    public JudgmentData load(DataAccess files) throws IOException {
        JudgmentData data = new FastChatReader(Roster.of(Vicuna80Files.MODELS), Reading.lenient(files::note)).read("vicuna20", List.of(files.path(JUDGMENTS)));
        return sampling.of(data.withTruth(GroundTruthReader.read(Vicuna80Files.MODELS, files.path(ORDER), "", files::note)), random);
    }
}
