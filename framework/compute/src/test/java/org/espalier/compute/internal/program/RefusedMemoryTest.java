package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.compute.op.GraphOp;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.Budget;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What cannot be made holds no memory, whatever went wrong. */
class RefusedMemoryTest {
    private static final Map<String, INDArray> VALUES = Map.of("a", Nd4j.ones(DataType.FLOAT, 3), "b", Nd4j.ones(DataType.DOUBLE, 3));

    @Test
    void ofParameters() {
        Counted budget = new Counted(1);

        assertThrows(IllegalStateException.class, () -> new ParameterSet(VALUES, budget));

        assertEquals(0, budget.held);
    }

    @Test
    void ofAnOptimizersState() {
        Counted budget = new Counted(1);
        try (ParameterSet parameters = new ParameterSet(VALUES)) {
            assertThrows(IllegalStateException.class, () -> new TrainingState(parameters, Optimizer.of(new UpdateRule.Adam(), 0.1), budget));
        }
        assertEquals(0, budget.held);
    }

    @Test
    void ofAProgramThatEndsWithAnError() {
        Counted budget = new Counted(100);
        SameDiff graph = SameDiff.create();
        SDVariable broken = new GraphOp(graph, graph.math.tanh(graph.placeHolder("x", DataType.FLOAT, 3)).mmul(graph.placeHolder("y", DataType.FLOAT, 3, 3))) {
            @Override
            public long[] outputShape(List<long[]> inputs) {
                if (budget.held > 0) {
                    throw new LinkageError("broken");
                }
                return inputs.get(0);
            }

            @Override
            public String opName() {
                return "broken";
            }
        }.outputVariable();
        try (ParameterSet none = new ParameterSet(Map.of())) {
            assertThrows(LinkageError.class, () -> CompiledProgram.of(ProgramRequest.inference(none, broken), new Owner() {
                @Override
                public Budget budget() {
                    return budget;
                }

                @Override
                public Team team() {
                    return Team.SINGLE;
                }

                @Override
                public void checkCancelled() {
                    // never cancelled
                }

                @Override
                public void checkThread() {
                    // any thread will do
                }
            }));
        }
        assertEquals(0, budget.held);
    }

    /** Refuses what is asked for after some times. */
    private static final class Counted implements Budget {
        private int left;
        private long held;

        Counted(int times) {
            this.left = times;
        }

        @Override
        public void take(String purpose, long bytes) {
            if (left-- == 0) {
                throw refusal(purpose, bytes);
            }
            held += bytes;
        }

        @Override
        public void giveBack(long bytes) {
            held -= bytes;
        }

        @Override
        public RuntimeException refusal(String purpose, long bytes) {
            return new IllegalStateException("no more");
        }
    }
}
