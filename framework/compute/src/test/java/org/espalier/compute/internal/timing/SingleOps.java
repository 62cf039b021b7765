package org.espalier.compute.internal.timing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.compute.internal.program.CompiledTraining;
import org.espalier.compute.internal.program.ParameterSet;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;


/** Prints the shortest times of single ops and chains in single precision on one thread, forward and with gradients of their mean square. */
public final class SingleOps {
    private static final long WARM_UP_NANOS = 700_000_000;
    private static final int ROUNDS = 41;

    private final Map<String, BiFunction<SameDiff, SDVariable, SDVariable>> ops = new LinkedHashMap<>();

    private SingleOps() {
        ops.put("chain of 5", (sd, x) -> x.mul(x).add(x).mul(0.5).add(1).mul(x));
        ops.put("exp", (sd, x) -> sd.math.exp(x));
        ops.put("tanh", (sd, x) -> sd.math.tanh(x));
        ops.put("precise gelu", (sd, x) -> sd.nn.preciseGelu(x));
        ops.put("softplus", (sd, x) -> sd.nn.softplus(x));
        ops.put("bias and relu", (sd, x) -> sd.nn.relu(x.add(sd.var("b", Nd4j.create(DataType.FLOAT, 64))), 0));
        ops.put("sum of columns", (sd, x) -> x.sum(0));
        ops.put("sum of rows", (sd, x) -> x.sum(1));
        ops.put("softmax", (sd, x) -> sd.nn.softmax(x, 1));
        ops.put("log-softmax", (sd, x) -> sd.nn.logSoftmax(x, 1));
        ops.put("layer norm", (sd, x) -> sd.nn.layerNorm(x, sd.var("g", Nd4j.create(DataType.FLOAT, 64).addi(1)), sd.var("b", Nd4j.create(DataType.FLOAT, 64)), true, 1));
    }

    public static void main(String[] arguments) {
        int[] rows = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        for (int count : rows.length == 0 ? new int[] {16, 512, 16384} : rows) {
            new SingleOps().ops.forEach((name, op) -> time(name, count, op));
        }
    }

    private static void time(String name, int rows, BiFunction<SameDiff, SDVariable, SDVariable> op) {
        SameDiff graph = SameDiff.create();
        INDArray values = Nd4j.rand(DataType.FLOAT, rows, 64).subi(0.5);
        SDVariable output = op.apply(graph, graph.var("x", values));
        String loss = graph.math.square(output).mean().name();
        Map<String, INDArray> initial = new LinkedHashMap<>();
        graph.variables().stream().filter(variable -> variable.getArr() != null && variable.getVariableType().name().equals("VARIABLE")).forEach(variable -> initial.put(variable.name(), variable.getArr()));
        try (ParameterSet parameters = new ParameterSet(initial);
                CompiledTraining program = CompiledTraining.of(new ProgramRequest(graph, List.of(output.name()), Optional.of(loss), parameters, Optional.of(Optimizer.of(new UpdateRule.Sgd(), 0)), 0), parameters, new Timing())) {
            System.out.printf("%-16s %6d x 64  forward %9.1f us  with gradients %9.1f us%n", name, rows, shortest(program::run), shortest(program::gradients));
        }
    }

    private static double shortest(Runnable work) {
        long until = System.nanoTime() + WARM_UP_NANOS;
        long once = Long.MAX_VALUE;
        while (System.nanoTime() < until) {
            long start = System.nanoTime();
            work.run();
            once = Math.min(once, System.nanoTime() - start);
        }
        int repeats = (int) Math.max(1, 2_000_000 / once);
        double shortest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < repeats; i++) {
                work.run();
            }
            shortest = Math.min(shortest, (System.nanoTime() - start) / 1e3 / repeats);
        }
        return shortest;
    }
}
