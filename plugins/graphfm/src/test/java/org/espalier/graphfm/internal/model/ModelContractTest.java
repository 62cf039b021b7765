package org.espalier.graphfm.internal.model;

import java.util.Map;

import org.espalier.api.model.MiniBatchModel;
import org.espalier.data.field.FieldData;
import org.espalier.testkit.MiniBatchModelContract;
import org.junit.jupiter.api.Nested;

class ModelContractTest {

    /** The contract for one model. */
    abstract static class OfModel extends MiniBatchModelContract<FieldData> {
        private final Class<? extends FieldModel> extension;
        private final Map<String, String> settings;

        OfModel(Class<? extends FieldModel> extension, Map<String, String> settings) {
            this.extension = extension;
            this.settings = settings;
        }

        @Override
        protected Class<? extends MiniBatchModel<FieldData>> extension() {
            return extension;
        }

        @Override
        protected Map<String, String> settings() {
            return settings;
        }

        @Override
        protected FieldData data() {
            return Clicks.of(16);
        }
    }

    @Nested
    class GraphFm extends OfModel {
        GraphFm() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4, 6", "neighbours", "4, 2"));
        }
    }

    @Nested
    class GraphFmStrict extends OfModel {
        GraphFmStrict() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4, 6", "neighbours", "3, 2", "mode", "strict"));
        }
    }

    @Nested
    class GraphFmWithoutSelection extends OfModel {
        GraphFmWithoutSelection() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4", "selection", "false"));
        }
    }

    @Nested
    class GraphFmWithoutAttention extends OfModel {
        GraphFmWithoutAttention() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4", "neighbours", "2", "attention", "false"));
        }
    }

    @Nested
    class GraphFmWithoutInteraction extends OfModel {
        GraphFmWithoutInteraction() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4", "neighbours", "2", "interact", "false"));
        }
    }

    @Nested
    class GraphFmWithoutResidual extends OfModel {
        GraphFmWithoutResidual() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4", "heads", "1", "residual", "false"));
        }
    }

    @Nested
    class GraphFmWithDeepPart extends OfModel {
        GraphFmWithDeepPart() {
            super(GraphFmModel.class, Map.of("embedding", "4", "widths", "4", "deep", "5, 3", "deep-l2", "0.1"));
        }
    }

    @Nested
    class Lr extends OfModel {
        Lr() {
            super(LrModel.class, Map.of());
        }
    }

    @Nested
    class Fm extends OfModel {
        Fm() {
            super(FmModel.class, Map.of("embedding", "4"));
        }
    }

    @Nested
    class Afm extends OfModel {
        Afm() {
            super(AfmModel.class, Map.of("embedding", "4", "attention", "3"));
        }
    }

    @Nested
    class Nfm extends OfModel {
        Nfm() {
            super(NfmModel.class, Map.of("embedding", "4", "hidden", "5, 3"));
        }
    }

    @Nested
    class DeepFm extends OfModel {
        DeepFm() {
            super(DeepFmModel.class, Map.of("embedding", "4", "hidden", "5"));
        }
    }

    @Nested
    class CrossNet extends OfModel {
        CrossNet() {
            super(DcnModel.class, Map.of("embedding", "4"));
        }
    }

    @Nested
    class Dcn extends OfModel {
        Dcn() {
            super(DcnModel.class, Map.of("embedding", "4", "hidden", "5"));
        }
    }

    @Nested
    class Cin extends OfModel {
        Cin() {
            super(XDeepFmModel.class, Map.of("embedding", "4", "maps", "3, 2"));
        }
    }

    @Nested
    class XDeepFm extends OfModel {
        XDeepFm() {
            super(XDeepFmModel.class, Map.of("embedding", "4", "maps", "3", "hidden", "5"));
        }
    }

    @Nested
    class DeepCrossing extends OfModel {
        DeepCrossing() {
            super(DeepCrossingModel.class, Map.of("embedding", "4", "units", "2", "inner", "5"));
        }
    }

    @Nested
    class Hofm extends OfModel {
        Hofm() {
            super(HofmModel.class, Map.of("embedding", "4"));
        }
    }

    @Nested
    class Hoafm extends OfModel {
        Hoafm() {
            super(HoafmModel.class, Map.of("embedding", "4", "layers", "1"));
        }
    }

    @Nested
    class HoafmOfAllOrders extends OfModel {
        HoafmOfAllOrders() {
            super(HoafmModel.class, Map.of("embedding", "4", "layers", "2", "orders", "all", "hidden", "5"));
        }
    }

    @Nested
    class AutoInt extends OfModel {
        AutoInt() {
            super(AutoIntModel.class, Map.of("embedding", "4", "widths", "4, 6"));
        }
    }

    @Nested
    class AutoIntPlus extends OfModel {
        AutoIntPlus() {
            super(AutoIntModel.class, Map.of("embedding", "4", "widths", "4", "hidden", "5"));
        }
    }

    @Nested
    class FiGnn extends OfModel {
        FiGnn() {
            super(FiGnnModel.class, Map.of("embedding", "4", "widths", "5, 4"));
        }
    }

    @Nested
    class InterHat extends OfModel {
        InterHat() {
            super(InterHatModel.class, Map.of("embedding", "4", "widths", "5, 4"));
        }
    }
}
