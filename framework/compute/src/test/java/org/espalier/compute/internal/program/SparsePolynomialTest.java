package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.compute.op.SparsePolynomial;
import org.espalier.api.compute.op.SparsePowers;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.compute.internal.ThreadCounts;
import org.espalier.compute.internal.kernel.Backwards;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Polynomials of a sparse matrix beside the same sum written out as products. */
class SparsePolynomialTest {
    private static final int ROWS = 25;
    private static final SparseOperand OPERAND = SparseOperand.of(band());

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "8, 5", "16, 4", "19, 3", "2, 12"})
    void equalsTheSumOfProducts(int width, int degree) {
        Result polynomial = run(DataType.DOUBLE, Team.SINGLE, width, degree, SparsePolynomialTest::polynomial);
        Result products = run(DataType.DOUBLE, Team.SINGLE, width, degree, SparsePolynomialTest::products);

        assertArrayEquals(products.output, polynomial.output, 1e-12);
        assertArrayEquals(products.byDense, polynomial.byDense, 1e-11);
        assertArrayEquals(products.byCoefficients, polynomial.byCoefficients, 1e-10);
    }

    @Test
    void inSinglePrecisionIsCloseToDouble() {
        Result floats = run(DataType.FLOAT, Team.SINGLE, 11, 6, SparsePolynomialTest::polynomial);
        Result doubles = run(DataType.DOUBLE, Team.SINGLE, 11, 6, SparsePolynomialTest::polynomial);

        assertArrayEquals(doubles.output, floats.output, 1e-5);
        assertArrayEquals(doubles.byDense, floats.byDense, 1e-5);
        assertArrayEquals(doubles.byCoefficients, floats.byCoefficients, 1e-4);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShow(DataType type) {
        ThreadCounts.sameBits(team -> run(type, team, 13, 4, SparsePolynomialTest::polynomial).numbers());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theThreadCountDoesNotShowInPowers(DataType type) {
        ThreadCounts.sameBits(team -> run(type, team, 13, 4, SparsePolynomialTest::powers).numbers());
    }

    @Test
    void powersInSinglePrecisionAreCloseToDouble() {
        Result floats = run(DataType.FLOAT, Team.SINGLE, 11, 6, SparsePolynomialTest::powers);
        Result doubles = run(DataType.DOUBLE, Team.SINGLE, 11, 6, SparsePolynomialTest::powers);

        assertArrayEquals(doubles.output, floats.output, 1e-5);
        assertArrayEquals(doubles.byDense, floats.byDense, 1e-5);
        assertArrayEquals(doubles.byCoefficients, floats.byCoefficients, 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "19, 4"})
    void powersOneAfterTheOtherEqualTheSumOfProductsToo(int width, int degree) {
        Result powers = run(DataType.DOUBLE, new Backwards(3), width, degree, SparsePolynomialTest::powers);
        Result products = run(DataType.DOUBLE, Team.SINGLE, width, degree, SparsePolynomialTest::products);

        assertArrayEquals(products.output, powers.output, 1e-12);
        assertArrayEquals(products.byDense, powers.byDense, 1e-11);
        assertArrayEquals(products.byCoefficients, powers.byCoefficients, 1e-10);
    }

    @Test
    void someRowsOfThePowersEqualThoseOfAll() {
        Result some = run(DataType.DOUBLE, new Backwards(2), 5, 4, (x, c) -> mixed(SparsePowers.of(OPERAND, x, 4, new int[] {7, 24, 0}), c));
        Result all = run(DataType.DOUBLE, Team.SINGLE, 5, 4, (x, c) -> mixed(x.getSameDiff().gather(SparsePowers.of(OPERAND, x, 4), new int[] {7, 24, 0}, 1), c));

        assertArrayEquals(all.output, some.output, 0);
        assertArrayEquals(all.byDense, some.byDense, 1e-13);
        assertArrayEquals(all.byCoefficients, some.byCoefficients, 1e-13);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theGradientUnderConstantCoefficientsIsTheSame(DataType type) {
        Result learned = run(type, Team.SINGLE, 7, 5, SparsePolynomialTest::polynomial);
        Result fixed = run(type, Team.SINGLE, 7, 5, SparsePolynomialTest::withFixedCoefficients);

        assertArrayEquals(learned.output, fixed.output, 0);
        assertArrayEquals(learned.byDense, fixed.byDense, 0);
    }

    @Test
    void namesTheShapeThatDoesNotFit() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> {
            SameDiff graph = SameDiff.create();
            Map<String, INDArray> values = Map.of("x", Nd4j.ones(DataType.FLOAT, 7, 2), "c", Nd4j.ones(DataType.FLOAT, 3, 1));
            SDVariable sum = SparsePolynomial.of(OPERAND, graph.var("x", values.get("x")), graph.var("c", values.get("c")));
            CompiledProgram.of(ProgramRequest.inference(new ParameterSet(values), sum), new Alone());
        });

        assertTrue(refusal.getMessage().contains("25 x 25") && refusal.getMessage().contains("[7, 2]"), refusal.getMessage());
    }

    private static SDVariable polynomial(SDVariable x, SDVariable c) {
        return SparsePolynomial.of(OPERAND, x, c);
    }

    /** The learned ones count for nothing, so that they have a gradient. */
    private static SDVariable withFixedCoefficients(SDVariable x, SDVariable c) {
        return SparsePolynomial.of(OPERAND, x, x.getSameDiff().constant(c.getArr().dup())).add(c.sum().mul(0));
    }

    private static SDVariable powers(SDVariable x, SDVariable c) {
        return mixed(SparsePowers.of(OPERAND, x, (int) c.getShape()[0]), c);
    }

    private static SDVariable mixed(SDVariable powers, SDVariable c) {
        SDVariable flat = powers.reshape(c.getShape()[0], -1);
        return powers.getSameDiff().mmul(c, flat, true, false, false);
    }

    private static SDVariable products(SDVariable x, SDVariable c) {
        SDVariable power = x;
        SDVariable sum = null;
        for (int k = 0; k < c.getShape()[0]; k++) {
            power = SparseMatmul.of(OPERAND, power);
            SDVariable term = power.mul(x.getSameDiff().slice(c, new int[] {k, 0}, 1, 1));
            sum = sum == null ? term : sum.add(term);
        }
        return sum;
    }

    private record Result(double[] output, double[] byDense, double[] byCoefficients) {
        double[][] numbers() {
            return new double[][] {output, byDense, byCoefficients};
        }
    }

    private static Result run(DataType type, Team team, int width, int degree, BinaryOperator<SDVariable> network) {
        Random random = new Random(1);
        INDArray x = Nd4j.create(random.doubles((long) ROWS * width, -1, 1).toArray(), new long[] {ROWS, width}, type);
        INDArray c = Nd4j.create(random.doubles(degree, -1, 1).toArray(), new long[] {degree, 1}, type);
        SameDiff graph = SameDiff.create();
        SDVariable output = network.apply(graph.var("x", x), graph.var("c", c));
        SDVariable loss = Cases.loss(graph, output);
        try (ParameterSet parameters = new ParameterSet(Map.of("x", x, "c", c));
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss.name()), parameters,
                        Optional.of(Optimizer.of(new Sgd(0.1))), 0), parameters, new Alone(team))) {
            program.gradients();
            return new Result(values(program.output(output.name())), values(program.gradient("x")), values(program.gradient("c")));
        }
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    /** Rows with one to three entries, at no symmetric places. */
    private static CsrMatrix band() {
        int[] start = IntStream.rangeClosed(0, ROWS).map(row -> IntStream.range(0, row).map(SparsePolynomialTest::entries).sum()).toArray();
        int[] columns = IntStream.range(0, ROWS).flatMap(row -> IntStream.range(0, entries(row)).map(e -> (row * 3 + e * 5) % ROWS).sorted()).toArray();
        double[] values = new Random(2).doubles(columns.length, 0.1, 0.6).toArray();
        return new CsrMatrix(ROWS, ROWS, start, columns, values);
    }

    private static int entries(int row) {
        return 1 + row % 3;
    }
}
