package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Formulas of one variable, as they are computed for an element type. */
final class Formulas {
    private Formulas() {
    }

    /** Each step on an array of its own. */
    static <A> A apply(Vectors<A> vectors, UnaryOperator<Term> function, A x, int count) {
        Formula written = new Formula();
        Term term = function.apply(written.input(0));
        boolean[] all = new boolean[written.size()];
        Arrays.fill(all, true);
        Lowering lowering = new Lowering(written, all, vectors.exponential());
        List<A> values = new ArrayList<>();
        for (int step = 0; step < lowering.formula().size(); step++) {
            Instruction instruction = lowering.formula().step(step);
            A value = vectors.array(Vectors.PIECE);
            switch (instruction.function()) {
                case INPUT -> System.arraycopy(x, 0, value, 0, count);
                case CONSTANT -> vectors.fill(value, 0, count, instruction.factor());
                default -> instruction.run(vectors, values.get(instruction.x()), values.get(Math.max(0, instruction.y())), value, 0, count, 0);
            }
            values.add(value);
        }
        return values.get(lowering.place(term.step()));
    }
}
