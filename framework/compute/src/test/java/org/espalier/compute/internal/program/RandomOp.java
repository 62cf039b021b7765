package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/** Ops that random graphs are made of, kept from growing without bound, and away from kinks at values that occur exactly. */
enum RandomOp {
    TANH((in, x) -> in.sd.math.tanh(x)), SIGMOID((in, x) -> in.sd.nn.sigmoid(x)), EXP((in, x) -> in.sd.math.exp(in.sd.math.tanh(x))), SOFTPLUS((in, x) -> in.sd.nn.softplus(x)),
    RELU((in, x) -> in.sd.nn.relu(x.sub(0.0137), 0)), ELU((in, x) -> in.sd.nn.elu(x)), GELU((in, x) -> in.sd.nn.gelu(x)), SWISH((in, x) -> in.sd.nn.swish(x)), SELU((in, x) -> in.sd.nn.selu(x.add(0.0137))),
    SINE((in, x) -> in.sd.math.sin(x)), COSINE((in, x) -> in.sd.math.cos(x)), ERF((in, x) -> in.sd.math.erf(x)), LOG((in, x) -> in.sd.math.log(x.mul(x).add(1))),
    ROOT((in, x) -> in.sd.math.sqrt(in.sd.math.square(x).add(0.5))), AFFINE((in, x) -> x.mul(0.7).add(0.2)), REVERSE((in, x) -> x.mul(x).add(1).rdiv(1).rsub(2)), NEGATIVE((in, x) -> x.neg()),
    CLIPPED((in, x) -> in.sd.math.clipByValue(x, -0.4137, 0.3137)), GATED((in, x) -> x.mul(x.gt(0.1137).castTo(in.type))),
    SOFTMAX_OF_LAST((in, x) -> in.sd.nn.softmax(x, in.last())), SOFTMAX_OF_FIRST((in, x) -> in.sd.nn.softmax(x, 0)), LOG_SOFTMAX((in, x) -> in.sd.nn.logSoftmax(x, in.last())),
    CENTRED(Kind.REDUCTION, (in, x) -> x.sub(x.mean(true, in.last()))), NORMALISED(Kind.REDUCTION, (in, x) -> x.div(in.sd.math.sqrt(in.sd.math.square(x).mean(true, 0).add(0.1)))),
    LARGEST_OF_LAST(Kind.REDUCTION, (in, x) -> x.sub(x.add(in.ramp()).max(true, in.last()))),
    SPREAD(Kind.REDUCTION, (in, x) -> x.mul(in.sd.expandDims(in.sd.variance(x, false, in.last()), -1).add(0.1))),
    LAYER_NORM(Kind.REDUCTION, (in, x) -> in.sd.nn.layerNorm(x.mul(0.3).add(in.ramp()), in.ramp(), false, in.last())) {
        @Override
        boolean takes(List<Integer> shape) {
            return super.takes(shape) && shape.size() > 1;
        }
    },
    GATHERED((in, x) -> in.sd.gather(x, in.indices(DataType.INT32, 0), 0)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, 0, Site.PICKED);
        }
    },
    GATHERED_OF_LAST((in, x) -> in.sd.gather(x, in.indices(DataType.INT64, in.last()), in.last())) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, x.size() - 1, Site.PICKED);
        }
    },
    TRANSPOSE((in, x) -> in.sd.permute(x, IntStream.range(0, in.rank()).map(i -> in.last() - i).toArray())) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return IntStream.range(0, x.size()).mapToObj(i -> x.get(x.size() - 1 - i)).toList();
        }
    },
    FLAT((in, x) -> in.sd.reshape(x, -1)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(size(x));
        }
    },
    FOLDED((in, x) -> in.sd.reshape(x, in.folded())) {
        @Override
        boolean takes(List<Integer> shape) {
            return shape.size() < MOST_DIMENSIONS && shape.get(0) % 2 == 0;
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            List<Integer> folded = new ArrayList<>(with(x, 0, x.get(0) / 2));
            folded.add(0, 2);
            return folded;
        }
    },
    SUM_OF_LAST(Kind.REDUCTION, (in, x) -> x.sum(true, in.last()).mul(0.5)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, x.size() - 1, 1);
        }
    },
    MEAN_OF_FIRST(Kind.REDUCTION, (in, x) -> x.mean(0)) {
        @Override
        boolean takes(List<Integer> shape) {
            return super.takes(shape) && shape.size() > 1;
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return x.subList(1, x.size());
        }
    },
    NORM(Kind.REDUCTION, (in, x) -> in.sd.math.sqrt(in.sd.math.square(x).sum().add(0.1)).reshape(1)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(1);
        }
    },
    ADD(Kind.BROADCAST, (in, x) -> x.add(in.y())), SUBTRACT(Kind.BROADCAST, (in, x) -> x.sub(in.y())), MULTIPLY(Kind.BROADCAST, (in, x) -> x.mul(in.y()).mul(0.5)),
    DIVIDE(Kind.BROADCAST, (in, x) -> x.div(in.y().mul(in.y()).add(1))), SQUARED_DIFFERENCE(Kind.BROADCAST, (in, x) -> in.sd.math.squaredDifference(x, in.y()).mul(0.3)),
    MAXIMUM(Kind.BROADCAST, (in, x) -> in.sd.math.max(x, in.y().add(0.0137))),
    SOFTMAX_CROSS_ENTROPY(Kind.LOSS, (in, x) -> in.sd.loss.softmaxCrossEntropy(in.name(), in.sd.nn.softmax(in.y(), 1), x, null).reshape(1)),
    SIGMOID_CROSS_ENTROPY(Kind.LOSS, (in, x) -> in.sd.loss.sigmoidCrossEntropy(in.name(), in.sd.nn.sigmoid(in.y()), x, null).reshape(1)),
    SQUARED_ERROR(Kind.LOSS, (in, x) -> in.sd.loss.meanSquaredError(in.name(), in.y(), x, null, LossReduce.SUM).mul(0.1).reshape(1)),
    HUBER(Kind.LOSS, (in, x) -> in.sd.loss.huberLoss(in.name(), in.y(), x, null, 0.3137).reshape(1)),
    PRODUCT(Kind.PAIR, (in, x) -> in.sd.mmul(x, in.y()).mul(0.4)) {
        @Override
        boolean takes(List<Integer> shape) {
            return shape.size() > 1;
        }

        @Override
        List<Integer> partner(List<Integer> x, Random random) {
            List<Integer> partner = new ArrayList<>(x.subList(0, x.size() - 2));
            partner.addAll(List.of(x.get(x.size() - 1), 1 + random.nextInt(5)));
            return partner;
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, x.size() - 1, y.get(y.size() - 1));
        }
    },
    CONVOLUTION(Kind.PAIR, (in, x) -> in.sd.cnn.conv2d(x, in.y(),
            Conv2DConfig.builder().kH(2).kW(2).sH(1).sW(1).dataFormat("NCHW").paddingMode(PaddingMode.SAME).build()).mul(0.4)) {
        @Override
        boolean takes(List<Integer> shape) {
            return shape.size() == 4;
        }

        @Override
        List<Integer> partner(List<Integer> x, Random random) {
            return List.of(2, 2, x.get(1), 1 + random.nextInt(2));
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, 1, y.get(3));
        }
    },
    CONCATENATION(Kind.PAIR, (in, x) -> in.sd.concat(in.last(), x, in.y())) {
        @Override
        List<Integer> partner(List<Integer> x, Random random) {
            return with(x, x.size() - 1, 1 + random.nextInt(3));
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return with(x, x.size() - 1, x.get(x.size() - 1) + y.get(y.size() - 1));
        }
    };

    private static final int MOST_DIMENSIONS = 4;
    private static final List<RandomOp> ALL = List.of(values());
    private static final List<RandomOp> LARGE = ALL.stream().filter(op -> op.kind == Kind.LOSS || op.kind == Kind.PAIR || op == LAYER_NORM).toList();

    private enum Kind {
        SINGLE, REDUCTION, BROADCAST, LOSS, PAIR
    }

    /**
     * Where an op is put.
     *
     * @param in     what it reads
     * @param shapes of these
     * @param fed    values of placeholders so far
     */
    record Site(SameDiff sd, DataType type, List<SDVariable> in, List<List<Integer>> shapes, Map<String, INDArray> fed) {
        static final int PICKED = 3;

        private SDVariable y() {
            return in.get(1);
        }

        private int rank() {
            return shapes.get(0).size();
        }

        private int last() {
            return rank() - 1;
        }

        private String name() {
            return "loss-" + sd.variables().size();
        }

        /** Unequal numbers along the last dimension. */
        private SDVariable ramp() {
            return sd.constant(Nd4j.createFromArray(IntStream.range(0, shapes.get(0).get(last())).mapToDouble(i -> Math.sin(7.0 * i) + 0.3 * i).toArray()).castTo(type));
        }

        private long[] folded() {
            return FOLDED.shape(shapes.get(0), null).stream().mapToLong(size -> size).toArray();
        }

        /** A placeholder of indices along an axis, some of them equal. */
        private SDVariable indices(DataType integers, int axis) {
            String name = "indices" + fed.size();
            Random random = new Random(fed.size());
            int size = shapes.get(0).get(axis);
            fed.put(name, Nd4j.createFromArray(IntStream.range(0, PICKED).map(i -> random.nextInt(Math.max(1, size - 1))).toArray()).castTo(integers));
            return sd.placeHolder(name, integers, PICKED);
        }
    }

    private final Kind kind;
    private final BiFunction<Site, SDVariable, SDVariable> rule;

    RandomOp(BiFunction<Site, SDVariable, SDVariable> rule) {
        this(Kind.SINGLE, rule);
    }

    RandomOp(Kind kind, BiFunction<Site, SDVariable, SDVariable> rule) {
        this.kind = kind;
        this.rule = rule;
    }

    /** One of them; those that not every array fits are drawn more often. */
    static RandomOp any(Random random) {
        List<RandomOp> drawn = random.nextInt(3) > 0 ? ALL : LARGE;
        return drawn.get(random.nextInt(drawn.size()));
    }

    int arguments() {
        return kind == Kind.SINGLE || kind == Kind.REDUCTION ? 1 : 2;
    }

    /** Whether SameDiff's session computes a gradient at all, and not a wrong one always. */
    boolean sessionHasGradient() {
        return kind != Kind.LOSS && this != LOG_SOFTMAX && this != SPREAD && this != GATHERED && this != GATHERED_OF_LAST;
    }

    SDVariable apply(Site site) {
        return rule.apply(site, site.in().get(0));
    }

    /** Whether it is tried on such an array: SameDiff's session cannot reduce over a dimension of size 1. */
    boolean takes(List<Integer> shape) {
        return switch (kind) {
            case REDUCTION -> !shape.contains(1);
            case LOSS -> shape.size() == 2;
            default -> true;
        };
    }

    /** The shape of the result; if nothing else is said, that of the first argument, or a single number for losses. */
    List<Integer> shape(List<Integer> x, List<Integer> y) {
        return kind == Kind.LOSS ? List.of(1) : x;
    }

    /** A shape of the second argument that fits the first: equal, or with some dimensions 1 or left out. */
    List<Integer> partner(List<Integer> x, Random random) {
        if (kind == Kind.LOSS) {
            return x;
        }
        List<Integer> kept = x.stream().map(size -> random.nextInt(3) == 0 ? 1 : size).toList();
        return random.nextInt(3) == 0 ? kept.subList(random.nextInt(kept.size()), kept.size()) : kept;
    }

    private static List<Integer> with(List<Integer> shape, int axis, int size) {
        List<Integer> changed = new ArrayList<>(shape);
        changed.set(axis, size);
        return changed;
    }

    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }
}
