package org.espalier.testkit;

import java.util.List;

import org.espalier.api.dataset.Part;
import org.espalier.api.metric.Predictions;
import org.espalier.api.model.FullBatchModel;
import org.espalier.api.model.Mode;
import org.espalier.api.model.Network;
import org.espalier.api.run.RandomSource;
import org.espalier.testkit.fixture.TestRandomSource;
import org.espalier.testkit.fixture.ToyData;
import org.espalier.testkit.fixture.ToyModel;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

import jakarta.inject.Inject;

/** Models to try the contract with. */
final class Models {
    private Models() {
    }

    static class Toy implements FullBatchModel<ToyData> {
        private final ToyModel model;

        @Inject
        Toy(RandomSource random) {
            this.model = new ToyModel(random);
        }

        @Override
        public Network network(ToyData data, Mode mode) {
            return model.network(data, mode);
        }

        @Override
        public Predictions predictions(ToyData data, Part part, INDArray output) {
            return model.predictions(data, part, output);
        }
    }

    /** tanh with some share of its gradient, perhaps without float64. */
    static final class OddTanh extends Tanh {
        private final double share;
        private final boolean floatOnly;

        OddTanh(SDVariable input, double share, boolean floatOnly) {
            super(input.getSameDiff(), input, false);
            this.share = share;
            this.floatOnly = floatOnly;
        }

        @Override
        public List<SDVariable> doDiff(List<SDVariable> gradients) {
            return List.of(super.doDiff(gradients).get(0).mul(share));
        }

        @Override
        public List<DataType> calculateOutputDataTypes(List<DataType> types) {
            if (floatOnly && types.contains(DataType.DOUBLE)) {
                throw new IllegalArgumentException("float32 only");
            }
            return super.calculateOutputDataTypes(types);
        }
    }

    abstract static class WithOddTanh extends Toy {
        private final double share;
        private final boolean floatOnly;

        WithOddTanh(RandomSource random, double share, boolean floatOnly) {
            super(random);
            this.share = share;
            this.floatOnly = floatOnly;
        }

        @Override
        public Network network(ToyData data, Mode mode) {
            Network network = super.network(data, mode);
            return mode == Mode.EVALUATION ? network : Network.of(network.output(), new OddTanh(network.loss(), share, floatOnly).outputVariable());
        }
    }

    static final class WrongGradient extends WithOddTanh {
        @Inject
        WrongGradient(RandomSource random) {
            super(random, 0.99, false);
        }
    }

    static final class WrongFloatGradient extends WithOddTanh {
        @Inject
        WrongFloatGradient(RandomSource random) {
            super(random, 0.5, true);
        }
    }

    static final class RightFloatGradient extends WithOddTanh {
        @Inject
        RightFloatGradient(RandomSource random) {
            super(random, 1, true);
        }
    }

    static final class Unseeded extends Toy {
        @Inject
        Unseeded() {
            super(new TestRandomSource(System.nanoTime()));
        }
    }

    static final class Eager extends Toy {
        private final INDArray ones = Nd4j.ones(2);

        @Inject
        Eager(RandomSource random) {
            super(random);
        }

        INDArray ones() {
            return ones;
        }
    }

    abstract static class OfAny extends FullBatchModelContract<ToyData> {
        @Override
        protected ToyData data() {
            return ToyData.generate();
        }

        @Override
        protected int examples(Part part) {
            return new ToyModel(new TestRandomSource(1)).examples(data(), part);
        }
    }

    static class OfToy extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return Toy.class;
        }
    }

    static class OfWrongGradient extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return WrongGradient.class;
        }
    }

    static class OfWrongFloatGradient extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return WrongFloatGradient.class;
        }
    }

    static class OfRightFloatGradient extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return RightFloatGradient.class;
        }
    }

    static class OfUnseeded extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return Unseeded.class;
        }
    }

    static class OfEager extends OfAny {
        @Override
        protected Class<? extends FullBatchModel<ToyData>> extension() {
            return Eager.class;
        }
    }
}
