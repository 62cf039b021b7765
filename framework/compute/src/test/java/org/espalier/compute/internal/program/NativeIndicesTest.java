package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterNdAdd;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterNdSub;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterNdUpdate;
import org.nd4j.linalg.factory.Nd4j;

/** Indices of ops that ND4J's native library does are looked at before it reads or writes by them. */
class NativeIndicesTest {
    /** Ops over an array [3, 2] and two indices along its first axis. */
    private static final Map<String, BiFunction<SDVariable, SDVariable, SDVariable>> OPS = new LinkedHashMap<>();

    static {
        OPS.put("scatter mul", (x, i) -> x.getSameDiff().scatterMul(x, i, updates(x)));
        OPS.put("scatter div", (x, i) -> x.getSameDiff().scatterDiv(x, i, updates(x)));
        OPS.put("scatter max", (x, i) -> x.getSameDiff().scatterMax(x, i, updates(x)));
        OPS.put("scatter min", (x, i) -> x.getSameDiff().scatterMin(x, i, updates(x)));
        OPS.put("scatter add of integers", (x, i) -> x.getSameDiff().scatterAdd(x.castTo(DataType.INT32), i, updates(x).castTo(DataType.INT32)));
        OPS.put("product of segments", (x, i) -> x.getSameDiff().unsortedSegmentProd(updates(x).mul(x.sum()), i, 3));
        OPS.put("gather of halves", (x, i) -> x.getSameDiff().gather(x.castTo(DataType.FLOAT16), i, 0));
        OPS.put("gather of halves by places", (x, i) -> x.getSameDiff().gatherNd(x.castTo(DataType.FLOAT16), i.reshape(2, 1)));
        OPS.put("scatter add by places", (x, i) -> new ScatterNdAdd(x.getSameDiff(), x, i.reshape(2, 1), updates(x)).outputVariable());
        OPS.put("scatter sub by places", (x, i) -> new ScatterNdSub(x.getSameDiff(), x, i.reshape(2, 1), updates(x)).outputVariable());
        OPS.put("scatter update by places", (x, i) -> new ScatterNdUpdate(x.getSameDiff(), x, i.reshape(2, 1), updates(x)).outputVariable());
    }

    static Stream<String> ops() {
        return OPS.keySet().stream();
    }

    private static SDVariable updates(SDVariable x) {
        return x.getSameDiff().constant(Nd4j.ones(DataType.FLOAT, 2, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ops")
    void refusesAnIndexOutOfRange(String name) {
        for (int outside : new int[] {3, -1, 1_000_000_000}) {
            String message = assertThrows(InputException.class, () -> run(name, Nd4j.createFromArray(0, outside))).getMessage();
            assertTrue(message.startsWith("Values of placeholder 'indices' are used as indices, and the one at place 1 is " + outside + ", but what they index has size 3"), message);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ops")
    void takesIndicesWithinRange(String name) {
        assertEquals(2, run(name, Nd4j.createFromArray(0, 2)));
    }

    @Test
    void refusesIndicesOfASmallType() {
        String message = assertThrows(IllegalArgumentException.class, () -> run("scatter mul", Nd4j.createFromArray(0, 2).castTo(DataType.INT16))).getMessage();
        assertTrue(message.contains("takes indices of type INT or LONG, not SHORT: cast them"), message);
    }

    /** Runs an op and returns the rank of what it makes. */
    private static int run(String name, INDArray indices) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, 3, 2);
        SDVariable output = OPS.get(name).apply(x, graph.placeHolder("indices", indices.dataType(), 2));
        try (ParameterSet none = new ParameterSet(Map.of()); CompiledProgram program = CompiledProgram.of(ProgramRequest.inference(none, output), new Alone())) {
            program.feed("x", Nd4j.ones(DataType.FLOAT, 3, 2));
            program.feed("indices", indices);
            program.run();
            return program.output(output.name()).rank();
        }
    }
}
