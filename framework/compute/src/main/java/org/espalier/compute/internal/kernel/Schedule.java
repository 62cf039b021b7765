package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.espalier.compute.internal.kernel.Instruction.Function;

/**
 * The order in which a formula is computed, piece by piece: phases, each of them one loop for all arithmetic that is ready, then what takes a loop of its own.
 */
final class Schedule {
    /** Longer loops take the JVM long to compile. */
    private static final int MOST_STEPS = 40;

    private final Formula formula;
    private final boolean[] needed;
    private final int[] phases;

    Schedule(Formula formula, boolean[] needed) {
        this.formula = formula;
        this.needed = needed;
        this.phases = new int[formula.size()];
        List<Integer> loads = new ArrayList<>();
        for (int step = 0; step < phases.length; step++) {
            if (needed[step]) {
                phases[step] = phase(step, loads);
            }
        }
        for (int step = phases.length - 1; step >= 0; step--) {
            if (needed[step] && formula.step(step).function().isLeaf()) {
                phases[step] = firstReader(step);
            }
        }
    }

    /** Of a leaf, 0 for now; of others the first one in which their arguments are ready and the loop is not full. */
    private int phase(int step, List<Integer> loops) {
        Instruction instruction = formula.step(step);
        if (instruction.function().isLeaf()) {
            return 0;
        }
        int phase = Math.max(ready(instruction.x()), instruction.y() < 0 ? 0 : ready(instruction.y()));
        if (instruction.function().isArithmetic()) {
            while (phase < loops.size() && loops.get(phase) >= MOST_STEPS) {
                phase++;
            }
            while (loops.size() <= phase) {
                loops.add(0);
            }
            loops.set(phase, loops.get(phase) + 1);
        }
        return phase;
    }

    private int ready(int step) {
        Function function = formula.step(step).function();
        return function.isLeaf() || function.isArithmetic() ? phases[step] : phases[step] + 1;
    }

    private int firstReader(int step) {
        return readers(step).map(reader -> phases[reader]).min().orElse(0);
    }

    /** Steps that read a step. */
    private IntStream readers(int step) {
        return IntStream.range(step, formula.size()).filter(reader -> needed[reader] && formula.step(reader).reads(step));
    }

    int phases() {
        return IntStream.of(phases).max().orElse(0) + 1;
    }

    /** Needed steps of a phase, in order. */
    List<Integer> steps(int phase) {
        return IntStream.range(0, phases.length).filter(step -> needed[step] && phases[step] == phase).boxed().toList();
    }

    /** The last phase that reads a step, or its own. */
    int lastPhase(int step) {
        return readers(step).map(reader -> phases[reader]).max().orElse(phases[step]);
    }

    /** Whether somebody else than the loop of the step's own phase reads it. */
    boolean isReadOutside(int step) {
        return readers(step).anyMatch(reader -> phases[reader] != phases[step] || !formula.step(reader).function().isArithmetic());
    }
}
