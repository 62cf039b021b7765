package org.espalier.compute.internal.kernel.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.ScalarOp;

/** Comparisons with a number, with an array of the same shape or one that repeats as a whole; and casts. By ND4J's names. */
public final class ComparisonKernels implements KernelFactory {
    /** A relation of two numbers. */
    private interface Relation {
        boolean holds(double x, double y);
    }

    private static final Relation GREATER = (x, y) -> x > y;
    private static final Relation LESS = (x, y) -> x < y;
    private static final Relation AT_LEAST = (x, y) -> x >= y;
    private static final Relation AT_MOST = (x, y) -> x <= y;
    private static final Relation EQUAL = (x, y) -> x == y;
    private static final Relation DIFFERENT = (x, y) -> x != y;

    private static final Map<String, Relation> RELATIONS = Map.ofEntries(Map.entry("greaterthan_scalar", GREATER), Map.entry("greater", GREATER),
            Map.entry("lessthan_scalar", LESS), Map.entry("less", LESS), Map.entry("greaterthanorequal_scalar", AT_LEAST), Map.entry("greater_equal", AT_LEAST),
            Map.entry("lessthanorequal_scalar", AT_MOST), Map.entry("less_equal", AT_MOST), Map.entry("equals_scalar", EQUAL), Map.entry("equals", EQUAL),
            Map.entry("notequals_scalar", DIFFERENT), Map.entry("not_equals", DIFFERENT));

    @Override
    public Optional<Kernel> create(Site site) {
        DifferentialFunction op = site.op();
        if (op.opName().equals("cast")) {
            return cast(site.input(), site.output());
        }
        Relation relation = RELATIONS.get(op.opName());
        if (relation == null || site.type() != DataType.BOOL) {
            return Optional.empty();
        }
        return op instanceof ScalarOp scalar && site.inputs().size() == 1 ? withNumber(site, relation, scalar.scalar()) : withArray(site, relation);
    }

    private static Optional<Kernel> cast(INDArray from, INDArray to) {
        return from.dataType() == to.dataType() ? Optional.empty() : each(from, to, x -> x);
    }

    /** The number is rounded as the array's elements are. */
    private static Optional<Kernel> withNumber(Site site, Relation relation, INDArray number) {
        double y = number.castTo(site.input().dataType()).getDouble(0);
        return isFloating(site.input()) ? each(site.input(), site.output(), x -> relation.holds(x, y) ? 1 : 0) : Optional.empty();
    }

    private static Optional<Kernel> each(INDArray from, INDArray to, DoubleUnaryOperator rule) {
        int count = Math.toIntExact(to.length());
        return Elements.of(from).flatMap(in -> Elements.of(to).map(out -> iteration -> {
            for (int i = 0; i < count; i++) {
                out.put(i, rule.applyAsDouble(in.get(i)));
            }
        }));
    }

    private static Optional<Kernel> withArray(Site site, Relation relation) {
        INDArray x = site.input();
        INDArray y = site.inputs().get(1);
        long[] shape = site.output().shape();
        boolean taken = isFloating(x) && x.dataType() == y.dataType() && Arrays.equals(x.shape(), shape) && repeats(y.shape(), shape);
        if (!taken) {
            return Optional.empty();
        }
        List<Optional<Elements>> all = List.of(Elements.of(x), Elements.of(y), Elements.of(site.output()));
        return all.stream().allMatch(Optional::isPresent) ? Optional.of(kernel(all.get(0).get(), all.get(1).get(), all.get(2).get(), relation, Math.toIntExact(x.length()), Math.toIntExact(y.length()))) : Optional.empty();
    }

    private static Kernel kernel(Elements x, Elements y, Elements out, Relation relation, int count, int period) {
        return iteration -> {
            for (int first = 0; first < count; first += period) {
                for (int i = 0; i < period; i++) {
                    out.put(first + i, relation.holds(x.get(first + i), y.get(i)) ? 1 : 0);
                }
            }
        };
    }

    private static boolean isFloating(INDArray array) {
        return array.dataType() == DataType.FLOAT || array.dataType() == DataType.DOUBLE;
    }

    /** Whether an array is the end of the shape, dimensions of size 1 before it left out. */
    private static boolean repeats(long[] shape, long[] whole) {
        long[] core = Arrays.stream(shape).dropWhile(size -> size == 1).toArray();
        return core.length <= whole.length && Arrays.equals(core, 0, core.length, whole, whole.length - core.length, whole.length) && shape.length <= whole.length;
    }
}
