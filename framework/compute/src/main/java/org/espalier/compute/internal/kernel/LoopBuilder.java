package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes some arithmetic steps out of a formula, so that they can be done in a loop. */
final class LoopBuilder {
    private final Formula formula;
    private final List<Integer> values = new ArrayList<>();
    private final int inputs;

    /** @param arithmetic steps, in order */
    LoopBuilder(Formula formula, List<Integer> arithmetic) {
        this.formula = formula;
        Set<Integer> outside = new LinkedHashSet<>();
        arithmetic.stream().map(formula::step).flatMapToInt(step -> IntStream.of(step.x(), step.y())).filter(read -> read >= 0 && !arithmetic.contains(read)).forEach(outside::add);
        outside.stream().filter(step -> !isConstant(step)).forEach(values::add);
        inputs = values.size();
        outside.stream().filter(this::isConstant).forEach(values::add);
        values.addAll(arithmetic);
    }

    private boolean isConstant(int step) {
        return formula.step(step).function() == Instruction.Function.CONSTANT;
    }

    /** The steps of the whole formula that the values of the loop's are. */
    List<Integer> values() {
        return values;
    }

    /** @param outputs steps whose results are used outside */
    LoopFormula formula(List<Integer> outputs) {
        return new LoopFormula(inputs, values.stream().skip(inputs).map(formula::step).map(this::renumbered).toList(), outputs.stream().map(values::indexOf).toList());
    }

    private Instruction renumbered(Instruction step) {
        return step.function().isLeaf() ? step
                : new Instruction(step.function(), values.indexOf(step.x()), step.y() < 0 ? -1 : values.indexOf(step.y()), step.factor(), step.summand());
    }
}
