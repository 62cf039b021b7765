package org.espalier.peerreview.internal.data;

import java.util.Map;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.judgment.JudgmentData;
import org.espalier.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;

class DatasetContractsTest {
    @Nested
    class OfSample extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return SampleDataset.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("share", "0.7");
        }
    }

    @Nested
    class OfSimulated extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return SimulatedDataset.class;
        }
    }

    @Nested
    class OfMt15 extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return Mt15Dataset.class;
        }

        @Override
        protected boolean dependsOnSeed() {
            return false;
        }
    }

    @Nested
    class OfDeArena extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return DeArenaDataset.class;
        }

        @Override
        protected boolean dependsOnSeed() {
            return false;
        }
    }

    @Nested
    class OfPublishedLog extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return PublishedLogDataset.class;
        }

        @Override
        protected boolean dependsOnSeed() {
            return false;
        }
    }

    @Nested
    class OfRecorded extends DatasetContract<JudgmentData> {
        @Override
        protected Class<? extends Dataset<JudgmentData>> extension() {
            return RecordedDataset.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("files", "mt15/model_judgment/gpt-3.5-turbo_pair_short.jsonl", "truth", "ground_truth/mt15_human_order.txt");
        }

        @Override
        protected boolean dependsOnSeed() {
            return false;
        }
    }
}
