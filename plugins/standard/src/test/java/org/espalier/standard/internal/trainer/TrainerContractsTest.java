package org.espalier.standard.internal.trainer;

import java.util.Map;

import org.espalier.testkit.FullBatchTrainerContract;
import org.espalier.testkit.MiniBatchTrainerContract;
import org.junit.jupiter.api.Nested;

class TrainerContractsTest {
    @Nested
    class OfFullBatch extends FullBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return FullBatchTrainer.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("epochs", "8", "patience", "6", "learning-rate", "0.1");
        }
    }

    @Nested
    class OfMiniBatch extends MiniBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return MiniBatchTrainer.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("epochs", "8", "patience", "6", "batch-size", "5", "optimizer", "nesterov", "learning-rate", "0.05");
        }
    }

    @Nested
    class OfMiniBatchWithASmallerLastBatch extends MiniBatchTrainerContract {
        @Override
        protected Class<?> extension() {
            return MiniBatchTrainer.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("epochs", "6", "batch-size", "7", "last-batch", "keep", "learning-rate", "0.05");
        }
    }
}
