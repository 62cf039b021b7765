package org.espalier.compute.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Generated loops give the same bits as the loops that all programs share. */
class LoopWriterTest {
    private static final float[] SPECIAL = {0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE, 3e38f, -1};
    private static final BinaryOperator<Term> ALL = (x, y) -> x.plus(y).minus(x.times(y)).over(y.plus(3)).max(x.abs().sqrt()).min(y.times(2).plus(1))
            .plus(x.positive()).horner(y, 0.5).plusScaled(x, -0.25).plus(x.under(7).plus(-2));

    @Test
    void ofFloats() {
        float[] x = new float[Vectors.PIECE];
        float[] y = new float[Vectors.PIECE];
        Random random = new Random(3);
        for (int i = 0; i < x.length; i++) {
            x[i] = i < 81 ? SPECIAL[i % 9] : (float) random.nextGaussian();
            y[i] = i < 81 ? SPECIAL[i / 9] : (float) random.nextGaussian();
        }
        float[] expected = new float[x.length];
        float[] generated = new float[x.length];
        compare(new FloatVectors(), float.class, x, y, expected, generated);
        assertArrayEquals(bits(expected), bits(generated));
    }

    @Test
    void ofDoubles() {
        double[] x = new Random(4).doubles(Vectors.PIECE, -5, 5).toArray();
        double[] y = new Random(5).doubles(Vectors.PIECE, -5, 5).toArray();
        double[] expected = new double[x.length];
        double[] generated = new double[x.length];
        compare(new DoubleVectors(), double.class, x, y, expected, generated);
        assertArrayEquals(Arrays.stream(expected).mapToLong(Double::doubleToLongBits).toArray(), Arrays.stream(generated).mapToLong(Double::doubleToLongBits).toArray());
    }

    private static int[] bits(float[] values) {
        return IntStream.range(0, values.length).map(i -> Float.floatToIntBits(values[i])).toArray();
    }

    private static <A> void compare(Vectors<A> vectors, Class<?> type, A x, A y, A expected, A generated) {
        Formula formula = new Formula();
        int result = ALL.apply(formula.input(0), formula.input(1)).step();
        List<Integer> arithmetic = IntStream.range(0, formula.size()).filter(step -> !formula.step(step).function().isLeaf()).boxed().toList();
        LoopFormula loop = new LoopBuilder(formula, arithmetic).formula(List.of(result));
        LoopWriter.generate(loop, type).run(new Object[] {x, y, generated}, Vectors.PIECE);
        List<A> values = new ArrayList<>(List.of(x, y));
        for (Instruction step : loop.steps()) {
            A value = vectors.array(Vectors.PIECE);
            if (step.function().isLeaf()) {
                vectors.fill(value, 0, Vectors.PIECE, step.factor());
            } else {
                step.run(vectors, values.get(step.x()), values.get(Math.max(0, step.y())), value, 0, Vectors.PIECE, 0);
            }
            values.add(value);
        }
        System.arraycopy(values.get(loop.outputs().get(0)), 0, expected, 0, Vectors.PIECE);
    }
}
