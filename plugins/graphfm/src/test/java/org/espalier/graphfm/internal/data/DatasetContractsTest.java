package org.espalier.graphfm.internal.data;

import java.util.Map;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.field.FieldData;
import org.espalier.testkit.DatasetContract;
import org.junit.jupiter.api.Nested;

class DatasetContractsTest {

    /** The contract for data whose division is published, so that the trial's seed does not matter. */
    abstract static class Published extends DatasetContract<FieldData> {
        private final Class<? extends Dataset<FieldData>> extension;
        private final Map<String, String> settings;

        Published(Class<? extends Dataset<FieldData>> extension, Map<String, String> settings) {
            this.extension = extension;
            this.settings = settings;
        }

        @Override
        protected Class<? extends Dataset<FieldData>> extension() {
            return extension;
        }

        @Override
        protected Map<String, String> settings() {
            return settings;
        }

        @Override
        protected boolean dependsOnSeed() {
            return false;
        }
    }

    @Nested
    class Sample extends Published {
        Sample() {
            super(SampleDataset.class, Map.of());
        }
    }

    @Nested
    class OfAdult extends Published {
        OfAdult() {
            super(AdultDataset.class, Map.of());
        }
    }

    @Nested
    class CensusIncome extends Published {
        CensusIncome() {
            super(CensusIncomeDataset.class, Map.of());
        }
    }

    @Nested
    class Criteo extends Published {
        Criteo() {
            super(CriteoDataset.class, Map.of("file", "criteo_10k.txt.gz"));
        }
    }

    @Nested
    class Avazu extends Published {
        Avazu() {
            super(AvazuDataset.class, Map.of("file", "avazu_sample_100.csv"));
        }
    }

    @Nested
    class MovieLens extends Published {
        MovieLens() {
            super(MovieLensDataset.class, Map.of());
        }
    }

    @Nested
    class Kdd12 extends Published {
        Kdd12() {
            super(Kdd12Dataset.class, Map.of());
        }
    }

    @Nested
    class Table extends Published {
        Table() {
            super(TableDataset.class, Map.of("file", "avazu_sample_100.csv", "label", "click", "ignore", "id,hour"));
        }
    }

    @Nested
    class LibFm extends Published {
        LibFm() {
            super(LibFmDataset.class, Map.of("train", "frappe.train.libfm", "validation", "frappe.validation.libfm", "test", "frappe.test.libfm"));
        }
    }
}
