package org.espalier.gndnets.internal.data;

import java.util.Map;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;

class CitationContractTest {

    /** The contract for one form of Cora. */
    abstract static class OfFormat extends DatasetContract<GraphData> {
        private final String format;

        OfFormat(String format) {
            this.format = format;
        }

        @Override
        protected Class<? extends Dataset<GraphData>> extension() {
            return CitationDataset.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("name", "cora", "format", format);
        }
    }

    @Nested
    class Planetoid extends OfFormat {
        Planetoid() {
            super("planetoid");
        }
    }

    @Nested
    class Linqs extends OfFormat {
        Linqs() {
            super("linqs");
        }
    }

    @Nested
    class Npz extends OfFormat {
        Npz() {
            super("npz");
        }
    }
}
