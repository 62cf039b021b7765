package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.PairSum;
import org.espalier.compute.internal.kernel.Backwards;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Sums of the products of all pairs of rows beside the same pair by pair. */
class PairSumTest {

    @ParameterizedTest
    @CsvSource({"1,1,1,DOUBLE,1e-14", "3,2,1,DOUBLE,1e-14", "70,13,24,DOUBLE,1e-13", "9,39,64,DOUBLE,1e-13", "130,7,1500,DOUBLE,1e-13", "70,13,24,FLOAT,2e-5", "150,39,16,FLOAT,5e-5"})
    void equalsTheSumPairByPair(int batch, int fields, int width, DataType type, double tolerance) {
        Random random = new Random(batch);
        INDArray rows = Nd4j.create(random.doubles((long) batch * fields * width, -1, 1).toArray(), new long[] {batch, fields, width}, type);
        INDArray upstream = Nd4j.create(random.doubles((long) batch * width, -1, 1).toArray(), new long[] {batch, width}, type);
        double[] sums = new double[batch * width];
        double[] gradients = new double[batch * fields * width];
        double[] h = numbers(rows);
        double[] g = numbers(upstream);
        for (int place = 0; place < sums.length; place++) {
            int start = place / width * fields * width + place % width;
            for (int i = 0; i < fields; i++) {
                for (int j = i + 1; j < fields; j++) {
                    sums[place] += h[start + i * width] * h[start + j * width];
                    gradients[start + i * width] += g[place] * h[start + j * width];
                    gradients[start + j * width] += g[place] * h[start + i * width];
                }
            }
        }
        for (Team team : List.of(Team.SINGLE, new Backwards(3))) {
            SameDiff graph = SameDiff.create();
            SDVariable sum = PairSum.of(graph.var("rows", rows));
            SDVariable loss = sum.mul(graph.constant(upstream)).sum();
            Map<String, INDArray> values = Map.of("rows", rows);
            try (ParameterSet parameters = new ParameterSet(values);
                    CompiledTraining program = CompiledTraining.of(
                            new ProgramRequest(graph, List.of(sum.name()), Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new Sgd(0.1))), 0), parameters, new Alone(team))) {
                program.gradients();
                assertArrayEquals(sums, numbers(program.output(sum.name())), tolerance * fields);
                assertArrayEquals(gradients, numbers(program.gradient("rows")), tolerance * fields);
            }
        }
    }

    private static double[] numbers(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
