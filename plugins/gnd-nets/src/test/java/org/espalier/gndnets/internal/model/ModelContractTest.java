package org.espalier.gndnets.internal.model;

import java.util.Map;

import org.espalier.api.dataset.Part;
import org.espalier.api.model.FullBatchModel;
import org.espalier.data.graph.GraphData;
import org.espalier.testkit.FullBatchModelContract;
import org.junit.jupiter.api.Nested;

class ModelContractTest {

    /** The contract for one model. */
    abstract static class OfModel extends FullBatchModelContract<GraphData> {
        private final Class<? extends FullBatchModel<GraphData>> extension;
        private final Map<String, String> settings;

        OfModel(Class<? extends FullBatchModel<GraphData>> extension, Map<String, String> settings) {
            this.extension = extension;
            this.settings = settings;
        }

        @Override
        protected Class<? extends FullBatchModel<GraphData>> extension() {
            return extension;
        }

        @Override
        protected Map<String, String> settings() {
            return settings;
        }

        @Override
        protected GraphData data() {
            return Rings.data();
        }

        @Override
        protected int examples(Part part) {
            return Rings.labelled(part);
        }
    }

    @Nested
    class Slp extends OfModel {
        Slp() {
            super(GndModel.class, Map.of("diffusion", "slp", "hidden", "4", "hops", "3"));
        }
    }

    @Nested
    class Mlp extends OfModel {
        Mlp() {
            super(GndModel.class, Map.of("diffusion", "mlp", "hidden", "4", "hops", "3", "inner", "5"));
        }
    }

    @Nested
    class Ds extends OfModel {
        Ds() {
            super(GndModel.class, Map.of("diffusion", "ds", "hidden", "4", "steps", "3", "residual-hops", "2"));
        }
    }

    @Nested
    class PageRank extends OfModel {
        PageRank() {
            super(GndModel.class, Map.of("diffusion", "ppr", "hidden", "4", "hops", "3"));
        }
    }

    @Nested
    class Heat extends OfModel {
        Heat() {
            super(GndModel.class, Map.of("diffusion", "heat", "hidden", "4", "hops", "3"));
        }
    }

    @Nested
    class Gcn extends OfModel {
        Gcn() {
            super(GcnModel.class, Map.of("layers", "3", "hidden", "4"));
        }
    }

    @Nested
    class Features extends OfModel {
        Features() {
            super(MlpModel.class, Map.of("hidden", "4"));
        }
    }

    @Nested
    class Sgc extends OfModel {
        Sgc() {
            super(SgcModel.class, Map.of("hops", "3"));
        }
    }

    @Nested
    class Appnp extends OfModel {
        Appnp() {
            super(AppnpModel.class, Map.of("hidden", "4", "hops", "3"));
        }
    }

    @Nested
    class JkNet extends OfModel {
        JkNet() {
            super(JkNetModel.class, Map.of("layers", "3", "hidden", "4"));
        }
    }

    @Nested
    class JkNetOfMaxima extends OfModel {
        JkNetOfMaxima() {
            super(JkNetModel.class, Map.of("layers", "3", "hidden", "4", "join", "max"));
        }
    }

    @Nested
    class Gcnii extends OfModel {
        Gcnii() {
            super(GcniiModel.class, Map.of("layers", "3", "hidden", "4"));
        }
    }

    @Nested
    class Gat extends OfModel {
        Gat() {
            super(GatModel.class, Map.of("heads", "2", "width", "3"));
        }
    }

    @Nested
    class Gdc extends OfModel {
        Gdc() {
            super(GdcModel.class, Map.of("neighbours", "3", "hidden", "4"));
        }
    }

    @Nested
    class Arma extends OfModel {
        Arma() {
            super(ArmaModel.class, Map.of("stacks", "2", "steps", "2", "hidden", "4"));
        }
    }

    @Nested
    class IncepGcn extends OfModel {
        IncepGcn() {
            super(IncepGcnModel.class, Map.of("branches", "2", "hidden", "4"));
        }
    }
}
