package org.espalier.compute.internal.kernel;

import org.espalier.compute.internal.kernel.Instruction.Function;

/** A formula rewritten for an element type: the exponential function becomes arithmetic, so that it can share a loop with what is around it. */
final class Lowering {
    private final Formula lowered = new Formula();
    private final int[] places;

    /** @param needed steps that are rewritten */
    Lowering(Formula formula, boolean[] needed, Exponential exponential) {
        places = new int[formula.size()];
        for (int step = 0; step < places.length; step++) {
            if (needed[step]) {
                places[step] = lower(formula.step(step), exponential).step();
            }
        }
    }

    private Term lower(Instruction step, Exponential exponential) {
        if (step.function().isLeaf()) {
            return lowered.step(step);
        }
        if (step.function() == Function.EXP || step.function() == Function.EXPM1) {
            Term x = exponential.bounded(new Term(lowered, places[step.x()]), step.factor(), step.summand());
            return step.function() == Function.EXP ? exponential.exp(x) : exponential.expm1(x);
        }
        return lowered.step(new Instruction(step.function(), places[step.x()], step.y() < 0 ? -1 : places[step.y()], step.factor(), step.summand(), step.draws(), step.row()));
    }

    Formula formula() {
        return lowered;
    }

    /** Where a step of the formula is in the new one. */
    int place(int step) {
        return places[step];
    }
}
