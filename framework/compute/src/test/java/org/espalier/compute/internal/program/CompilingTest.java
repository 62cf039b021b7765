package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.espalier.api.compute.ProgramRequest;
import org.espalier.compute.internal.kernel.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/** Compiling, which for a large graph takes seconds. */
class CompilingTest {
    private static final int OPS = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, OPS})
    void endsAtTheOpAtWhichItIsCancelled(int op) {
        SDVariable y = SameDiff.create().placeHolder("x", DataType.FLOAT, 3, 3);
        for (int i = 0; i < OPS; i++) {
            y = y.mmul(y);
        }
        ProgramRequest request = ProgramRequest.inference(new ParameterSet(Map.of()), y);
        assertThrows(CancellationException.class, () -> CompiledProgram.of(request, new CancelledAt(op)));
    }

    /** Cancelled from a given question on. */
    private record CancelledAt(int question, AtomicInteger asked) implements Owner {
        CancelledAt(int question) {
            this(question, new AtomicInteger());
        }

        @Override
        public Team team() {
            return Team.SINGLE;
        }

        @Override
        public void checkCancelled() {
            if (asked.incrementAndGet() >= question) {
                throw new CancellationException("cancelled");
            }
        }

        @Override
        public void checkThread() {
            // any thread will do
        }
    }
}
