package org.espalier.compute.internal.program;

import java.util.List;

import org.espalier.api.compute.op.Loop;
import org.espalier.compute.internal.kernel.Kernel;

/** Runs a step again and again and keeps what is read of the states. */
final class LoopKernel implements Kernel {
    private final int steps;
    private final int every;
    private final LoopFrame frame;
    private final Kernel step;
    private final List<Tape> initial;
    private final List<Tape> last;
    private final List<Tape> path;

    LoopKernel(Loop loop, LoopFrame frame, Kernel step, List<Tape> initial, List<Tape> last, List<Tape> path) {
        this.steps = loop.steps();
        this.every = loop.every();
        this.frame = frame;
        this.step = step;
        this.initial = initial;
        this.last = last;
        this.path = path;
    }

    @Override
    public void run(long iteration) {
        initial.forEach(state -> state.load(0));
        for (int i = 0; i < steps; i++) {
            frame.load(i);
            // every step has random masks of its own
            step.run(iteration * steps + i);
            if ((i + 1) % every == 0) {
                for (Tape kept : path) {
                    kept.store((i + 1) / every - 1);
                }
            }
        }
        last.forEach(state -> state.store(0));
    }
}
