package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies what a step computed to where the next one reads it, all at once: a step may do no more than exchange two states. */
final class Carry implements Kernel {
    private final List<Tape> first = new ArrayList<>();
    private final List<Tape> then = new ArrayList<>();

    /** @param memory for what would be overwritten before it is copied */
    Carry(List<INDArray> from, List<INDArray> to, NativeMemory memory) {
        for (int i = 0; i < from.size(); i++) {
            then.add(new Tape(overwritten(from.get(i), to) ? spare(from.get(i), memory) : from.get(i), to.get(i)));
        }
    }

    private INDArray spare(INDArray source, NativeMemory memory) {
        INDArray spare = memory.array(source.dataType(), source.shape());
        first.add(new Tape(source, spare));
        return spare;
    }

    private static boolean overwritten(INDArray source, List<INDArray> to) {
        long start = Raw.bytes(source).address();
        long end = start + Raw.bytes(source).capacity();
        return to.stream().map(Raw::bytes).anyMatch(target -> target.address() < end && start < target.address() + target.capacity());
    }

    @Override
    public void run(long iteration) {
        for (int i = 0; i < first.size(); i++) {
            first.get(i).load(0);
        }
        for (int i = 0; i < then.size(); i++) {
            then.get(i).load(0);
        }
    }
}
