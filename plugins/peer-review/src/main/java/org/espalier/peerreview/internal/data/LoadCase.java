package org.espalier.peerreview.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.espalier.api.bench.Benchmark.Case;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.Dataset;
import org.espalier.data.judgment.JudgmentData;

/** Loading a dataset as a piece of work to be timed. */
final class LoadCase {
    private LoadCase() {
    }

    static List<Case> of(Dataset<JudgmentData> dataset, DataAccess files) {
        return List.of(new Case("load", Math.max(1, load(dataset, files).counts().total()), "judgments", () -> load(dataset, files)));
    }

    private static JudgmentData load(Dataset<JudgmentData> dataset, DataAccess files) {
        try {
            return dataset.load(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
