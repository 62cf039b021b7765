package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.espalier.compute.internal.kernel.Instruction.Function;

/** Element-wise arithmetic as a list of steps, each after those it reads. Equal steps are one. */
final class Formula {
    private final List<Instruction> steps = new ArrayList<>();
    private final Map<Instruction, Integer> places = new HashMap<>();

    Term input(int number) {
        return step(new Instruction(Function.INPUT, number, -1, 0, 0));
    }

    Term constant(double value) {
        return step(new Instruction(Function.CONSTANT, -1, -1, value, 0));
    }

    Term step(Instruction instruction) {
        return new Term(this, places.computeIfAbsent(instruction, absent -> {
            steps.add(absent);
            return steps.size() - 1;
        }));
    }

    Instruction step(int place) {
        return steps.get(place);
    }

    int size() {
        return steps.size();
    }

    /** For each step whether one of these needs it. */
    boolean[] needed(Iterable<Integer> results) {
        boolean[] needed = new boolean[steps.size()];
        results.forEach(result -> needed[result] = true);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Instruction step = steps.get(i);
            if (needed[i] && !step.function().isLeaf()) {
                needed[step.x()] = true;
                if (step.y() >= 0) {
                    needed[step.y()] = true;
                }
            }
        }
        return needed;
    }
}
