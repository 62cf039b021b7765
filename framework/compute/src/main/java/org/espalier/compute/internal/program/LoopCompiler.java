package org.espalier.compute.internal.program;

import java.util.List;
import java.util.stream.IntStream;

import org.espalier.api.compute.op.Loop;
import org.espalier.api.compute.op.LoopGradient;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.Kernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes the kernel of a loop or of its gradient: compiles the step's graph over buffers of its own. */
final class LoopCompiler {
    private final Site site;
    private final NativeMemory memory;
    private final Loop loop;
    private final LoopFrame frame;

    /** @param constants takes what must live as long as the kernel */
    LoopCompiler(Site site, Kernels kernels, Owner owner, NativeMemory memory, List<INDArray> constants) {
        this.site = site;
        this.memory = memory;
        this.loop = site.op() instanceof LoopGradient gradient ? gradient.loop() : (Loop) site.op();
        this.frame = new LoopFrame(loop, site.inputs(), kernels, owner, memory, constants);
    }

    Kernel kernel() {
        return site.op() instanceof LoopGradient gradient ? backward(gradient) : forward();
    }

    private Kernel forward() {
        int states = frame.states().size();
        return new LoopKernel(loop, frame, frame.step(), tapes(site.inputs()), tapes(site.outputs().subList(0, states)), tapes(site.outputs().subList(states, 2 * states)));
    }

    private Kernel backward(LoopGradient gradient) {
        int path = loop.args().length;
        LoopReplay replay = new LoopReplay(loop, frame, tapes(site.inputs()), tapes(site.inputs().subList(path, path + frame.states().size())), memory);
        return new LoopGradientKernel(loop, frame, replay, new LoopGradientStep(gradient, site, frame, memory));
    }

    /** Between arrays of states, where there are any, and the states of the frame. */
    private List<Tape> tapes(List<INDArray> arrays) {
        return IntStream.range(0, frame.states().size()).filter(i -> arrays.get(i) != null).mapToObj(i -> new Tape(arrays.get(i), frame.states().get(i))).toList();
    }
}
