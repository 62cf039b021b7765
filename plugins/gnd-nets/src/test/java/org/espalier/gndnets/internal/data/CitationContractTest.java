package org.espalier.gndnets.internal.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.DatasetContract;
import org.espalier.testkit.fixture.FilesAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class CitationContractTest {

    /** The contract for one form of a graph. */
    abstract static class OfFormat extends DatasetContract<GraphData> {
        private final String name;
        private final String format;

        OfFormat(String name, String format) {
            this.name = name;
            this.format = format;
        }

        @Override
        protected Class<? extends Dataset<GraphData>> extension() {
            return CitationDataset.class;
        }

        /** Some may be plain, gzipped or in an archive, so that none is needed by itself. */
        @BeforeEach
        void assumeFound() {
            FilesAccess files = new FilesAccess(extension(), folder, dataRoots());
            assumeTrue(Publications.of(name, Optional.of(Format.valueOf(format.toUpperCase(Locale.ROOT)))).files().stream().anyMatch(files::has),
                    "the files of " + name + " are in no folder of -Ddata.roots");
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("name", name, "format", format);
        }
    }

    @Nested
    class Planetoid extends OfFormat {
        Planetoid() {
            super("cora", "planetoid");
        }
    }

    @Nested
    class Linqs extends OfFormat {
        Linqs() {
            super("cora", "linqs");
        }
    }

    @Nested
    class Npz extends OfFormat {
        Npz() {
            super("cora", "npz");
        }
    }

    @Nested
    class Geom extends OfFormat {
        Geom() {
            super("chameleon", "geom");
        }
    }
}
