package org.espalier.compute.internal.program;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** Ops that random graphs are made of, on matrices, kept from growing without bound. */
enum RandomOp {
    TANH(true, (sd, x) -> sd.math.tanh(x)), SIGMOID(true, (sd, x) -> sd.nn.sigmoid(x)), EXP(true, (sd, x) -> sd.math.exp(sd.math.tanh(x))), SOFTPLUS(true, (sd, x) -> sd.nn.softplus(x)),
    RELU(true, (sd, x) -> sd.nn.relu(x, 0)), ELU(true, (sd, x) -> sd.nn.elu(x)), GELU(true, (sd, x) -> sd.nn.gelu(x)), SWISH(true, (sd, x) -> sd.nn.swish(x)), SELU(true, (sd, x) -> sd.nn.selu(x)),
    SINE(true, (sd, x) -> sd.math.sin(x)), COSINE(true, (sd, x) -> sd.math.cos(x)), ERF(true, (sd, x) -> sd.math.erf(x)), LOG(true, (sd, x) -> sd.math.log(x.mul(x).add(1))),
    ROOT(true, (sd, x) -> sd.math.sqrt(sd.math.square(x).add(0.5))), AFFINE(true, (sd, x) -> x.mul(0.7).add(0.2)), REVERSE(true, (sd, x) -> x.mul(x).add(1).rdiv(1).rsub(2)), NEGATIVE(true, (sd, x) -> x.neg()),
    SOFTMAX_OF_ROWS(true, (sd, x) -> sd.nn.softmax(x, 1)), SOFTMAX_OF_COLUMNS(true, (sd, x) -> sd.nn.softmax(x, 0)), LOG_SOFTMAX(false, (sd, x) -> sd.nn.logSoftmax(x, 1)),
    CENTRED(true, (sd, x) -> x.sub(x.mean(true, 1))), NORMALISED(true, (sd, x) -> x.div(sd.math.sqrt(sd.math.square(x).mean(true, 0).add(0.1)))),
    CLIPPED(true, (sd, x) -> sd.math.clipByValue(x, -0.4, 0.3)), GATED(true, (sd, x) -> x.mul(x.gt(0.1).castTo(x.dataType()))),
    LARGEST_OF_ROW(true, (sd, x) -> x.sub(x.max(true, 1))),
    SPREAD(false, (sd, x) -> x.mul(sd.expandDims(sd.variance(x, false, 1), 1).add(0.1))),
    GATHERED(false, (sd, x) -> sd.gather(x, sd.constant(Nd4j.createFromArray(0, 0)), 0)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(2, x.get(1));
        }
    },
    FIRST_ROW(false, (sd, x) -> sd.gather(x, sd.constant(Nd4j.createFromArray(0)), 0)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(1, x.get(1));
        }
    },
    TRANSPOSE(true, (sd, x) -> sd.transpose(x)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(x.get(1), x.get(0));
        }
    },
    FLAT(true, (sd, x) -> sd.expandDims(sd.reshape(x, -1), 0)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(1, x.get(0) * x.get(1));
        }
    },
    SUM_OF_ROWS(true, (sd, x) -> x.sum(true, 1)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(x.get(0), 1);
        }
    },
    MEAN_OF_COLUMNS(true, (sd, x) -> x.mean(true, 0)) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(1, x.get(1));
        }
    },
    NORM(true, (sd, x) -> sd.math.sqrt(sd.math.square(x).sum(true, 0, 1).add(0.1))) {
        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(1, 1);
        }
    },
    ADD(SDVariable::add), SUBTRACT(SDVariable::sub), MULTIPLY((x, y) -> x.mul(y).mul(0.5)), DIVIDE((x, y) -> x.div(y.mul(y).add(1))),
    SQUARED_DIFFERENCE((x, y) -> x.getSameDiff().math.squaredDifference(x, y).mul(0.3)), MAXIMUM((x, y) -> x.getSameDiff().math.max(x, y)),
    PRODUCT((x, y) -> x.mmul(y).mul(0.4)) {
        @Override
        List<Integer> partner(List<Integer> x, Random random) {
            return List.of(x.get(1), 1 + random.nextInt(5));
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(x.get(0), y.get(1));
        }
    },
    CONCATENATION((x, y) -> x.getSameDiff().concat(1, x, y)) {
        @Override
        List<Integer> partner(List<Integer> x, Random random) {
            return List.of(x.get(0), 1 + random.nextInt(3));
        }

        @Override
        List<Integer> shape(List<Integer> x, List<Integer> y) {
            return List.of(x.get(0), x.get(1) + y.get(1));
        }
    };

    private final int arguments;
    private final boolean sessionHasGradient;
    private final BiFunction<SameDiff, List<SDVariable>, SDVariable> rule;

    RandomOp(boolean sessionHasGradient, BiFunction<SameDiff, SDVariable, SDVariable> rule) {
        this.arguments = 1;
        this.sessionHasGradient = sessionHasGradient;
        this.rule = (sd, in) -> rule.apply(sd, in.get(0));
    }

    RandomOp(BinaryOperator<SDVariable> rule) {
        this.arguments = 2;
        this.sessionHasGradient = true;
        this.rule = (sd, in) -> rule.apply(in.get(0), in.get(1));
    }

    int arguments() {
        return arguments;
    }

    /** Whether SameDiff's session computes a gradient at all, and not a wrong one always. */
    boolean sessionHasGradient() {
        return sessionHasGradient;
    }

    SDVariable apply(SameDiff graph, List<SDVariable> in) {
        return rule.apply(graph, in);
    }

    /** Whether it is tried on such a matrix: SameDiff's session cannot reduce a vector over a dimension of size 1. */
    boolean takes(List<Integer> shape) {
        return !Set.of(CENTRED, NORMALISED, LARGEST_OF_ROW, SPREAD, SUM_OF_ROWS, MEAN_OF_COLUMNS, NORM).contains(this) || !shape.contains(1);
    }

    /** The shape of the result; that of the first argument if nothing else is said. */
    List<Integer> shape(List<Integer> x, List<Integer> y) {
        return x;
    }

    /** A shape of the second argument that fits the first: equal, a row, a column or one number. */
    List<Integer> partner(List<Integer> x, Random random) {
        UnaryOperator<Integer> kept = size -> random.nextInt(3) == 0 ? 1 : size;
        return List.of(kept.apply(x.get(0)), kept.apply(x.get(1)));
    }
}
