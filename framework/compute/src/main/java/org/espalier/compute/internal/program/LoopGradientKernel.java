package org.espalier.compute.internal.program;

import org.espalier.api.compute.op.Loop;
import org.espalier.compute.internal.kernel.Kernel;

/** Goes back through the steps of a loop, last to first. */
final class LoopGradientKernel implements Kernel {
    private final int steps;
    private final LoopFrame frame;
    private final LoopReplay replay;
    private final LoopGradientStep step;

    LoopGradientKernel(Loop loop, LoopFrame frame, LoopReplay replay, LoopGradientStep step) {
        this.steps = loop.steps();
        this.frame = frame;
        this.replay = replay;
        this.step = step;
    }

    @Override
    public void run(long iteration) {
        replay.begin();
        step.begin();
        for (int i = steps - 1; i >= 0; i--) {
            replay.before(i, iteration);
            frame.load(i);
            step.run(i, iteration * steps + i);
        }
        step.end();
    }
}
