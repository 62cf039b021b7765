package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.List;

import org.espalier.api.compute.op.Loop;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives the states before any step, last to first: those that the loop kept, and between them those computed again, a stretch at a time. */
final class LoopReplay {
    private final int steps;
    private final int every;
    private final LoopFrame frame;
    private final List<Tape> initial;
    private final List<Tape> path;
    private final List<Tape> stretch = new ArrayList<>();
    private final Kernel step;
    private int current;

    LoopReplay(Loop loop, LoopFrame frame, List<Tape> initial, List<Tape> path, NativeMemory memory) {
        this.steps = loop.steps();
        this.every = loop.every();
        this.frame = frame;
        this.initial = initial;
        this.path = path;
        this.step = every == 1 ? iteration -> { } : frame.step();
        for (INDArray state : every == 1 ? List.<INDArray>of() : frame.states()) {
            stretch.add(new Tape(memory.block(state.dataType(), every * state.length()), state));
        }
    }

    /** Called before a run: nothing that was computed still counts. */
    void begin() {
        current = -1;
    }

    /** Makes the frame's states those before a step. */
    void before(int index, long iteration) {
        if (every == 1) {
            loadStart(index);
            return;
        }
        if (current != index / every) {
            current = index / every;
            compute(iteration);
        }
        for (Tape states : stretch) {
            states.load(index % every);
        }
    }

    private void compute(long iteration) {
        loadStart(current);
        int from = current * every;
        int to = Math.min(steps, from + every);
        for (int i = from; i < to; i++) {
            for (Tape states : stretch) {
                states.store(i - from);
            }
            if (i + 1 < to) {
                frame.load(i);
                step.run(iteration * steps + i);
            }
        }
    }

    private void loadStart(int ofStretch) {
        for (Tape state : ofStretch == 0 ? initial : path) {
            state.load(Math.max(0, ofStretch - 1));
        }
    }
}
