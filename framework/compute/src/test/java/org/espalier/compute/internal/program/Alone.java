package org.espalier.compute.internal.program;

import java.util.Map;

import org.espalier.compute.internal.kernel.Team;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An owner without a lease: programs of a test run on its own thread. */
record Alone(Team team) implements Owner {
    Alone() {
        this(Team.SINGLE);
    }

    @Override
    public void checkCancelled() {
        // never cancelled
    }

    @Override
    public void checkThread() {
        // any thread will do
    }

    static ParameterSet parameters(Map<String, INDArray> initial) {
        return new ParameterSet(initial);
    }
}
