package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Sums and the like over any dimensions, and their gradients; by ND4J's names. */
final class Reductions {
    /** From an element, or one of each of two arrays, to what is summed. */
    private static final Map<String, Function<List<Term>, Term>> SUMMED = Map.of("reduce_sum", in -> in.get(0), "reduce_mean", in -> in.get(0), "reduce_sqnorm", in -> in.get(0).square(),
            "reduce_norm1", in -> in.get(0).abs(), "asum", in -> in.get(0).abs(), "l2_loss", in -> in.get(0).square(), "reduce_norm2", in -> in.get(0).square(),
            "dot", in -> in.get(0).times(in.get(1)));
    private static final Map<String, Function<List<Term>, Term>> LARGEST = Map.of("reduce_max", in -> in.get(0), "reduce_min", in -> in.get(0).negative(), "reduce_normmax", in -> in.get(0).abs());
    /** From an element and the gradient of what it was reduced to. */
    private static final Map<String, Function<List<Term>, List<Term>>> GRADIENTS = Map.of("reduce_sum_bp", in -> List.of(in.get(1)), "reduce_mean_bp", in -> List.of(in.get(1)),
            "reduce_sqnorm_bp", in -> List.of(in.get(0).times(2).times(in.get(1))), "reduce_norm1_bp", in -> List.of(in.get(0).sign().times(in.get(1))),
            "reduce_dot_bp", in -> List.of(in.get(2).times(in.get(1)), in.get(2).times(in.get(0))));

    private Reductions() {
    }

    /** Empty for other ops. */
    static Optional<Form> form(Operation op) {
        String name = op.op().opName();
        if (SUMMED.containsKey(name)) {
            return Optional.of(reduction(op, SUMMED.get(name), name.equals("dot") ? 2 : 1, Fold.Kind.SUM));
        }
        if (LARGEST.containsKey(name)) {
            return Optional.of(reduction(op, LARGEST.get(name), 1, Fold.Kind.LARGEST));
        }
        return Optional.ofNullable(GRADIENTS.get(name)).map(rule -> gradient(op, rule, name.equals("reduce_dot_bp") ? 2 : 1));
    }

    private static Form reduction(Operation op, Function<List<Term>, Term> rule, int arguments, Fold.Kind kind) {
        long[] shape = op.arrays().get(0).shape();
        long[] kept = kept(shape, op.op().getDimensions() == null ? new int[0] : op.op().getDimensions());
        List<long[]> inputs = op.arrays().subList(0, arguments).stream().map(INDArray::shape).toList();
        return new Form(shape, inputs, List.of(kept), in -> List.of(rule.apply(in)), kind, end(op.op().opName(), share(kept, shape)));
    }

    private static DoubleUnaryOperator end(String name, double share) {
        return switch (name) {
            case "reduce_mean" -> sum -> sum * share;
            case "reduce_norm2" -> Math::sqrt;
            case "l2_loss" -> sum -> sum / 2;
            case "reduce_min" -> largest -> -largest;
            default -> sum -> sum;
        };
    }

    private static Form gradient(Operation op, Function<List<Term>, List<Term>> rule, int arguments) {
        long[] shape = op.arrays().get(0).shape();
        long[] kept = kept(shape, dimensions(op, arguments + 1));
        double factor = op.op().opName().equals("reduce_mean_bp") ? share(kept, shape) : 1;
        List<long[]> inputs = arguments == 1 ? List.of(shape, kept) : List.of(shape, shape, kept);
        return new Form(shape, inputs, op.shapes(), in -> rule.apply(in).stream().map(term -> term.times(factor)).toList(), null, sum -> sum);
    }

    private static int[] dimensions(Operation op, int place) {
        return op.arrays().size() > place ? op.arrays().get(place).toIntVector()
                : Arrays.stream(((DynamicCustomOp) op.op()).iArgs()).mapToInt(Math::toIntExact).toArray();
    }

    /** The shape with 1 for what is reduced; no dimensions means all. */
    static long[] kept(long[] shape, int[] dimensions) {
        long[] kept = shape.clone();
        if (dimensions.length == 0 || dimensions[0] == Integer.MAX_VALUE) {
            Arrays.fill(kept, 1);
        } else {
            Arrays.stream(dimensions).forEach(dimension -> kept[dimension < 0 ? dimension + kept.length : dimension] = 1);
        }
        return kept;
    }

    private static double share(long[] kept, long[] shape) {
        return (double) NativeMemory.length(kept) / NativeMemory.length(shape);
    }
}
