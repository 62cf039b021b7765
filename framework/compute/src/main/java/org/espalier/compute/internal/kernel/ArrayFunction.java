package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A function of the elements of an array for kernels that are no chains, done as chains do it. Each step has the register of its number. One thread's own.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public final class ArrayFunction<A> {
    private final Workspace<A> workspace;
    private final Formula formula;
    private final int result;
    /** What is done with so many elements. */
    private final List<IntConsumer> actions = new ArrayList<>();

    private ArrayFunction(Vectors<A> vectors, UnaryOperator<Term> function) {
        workspace = new Workspace<>(vectors);
        Formula written = new Formula();
        Term term = function.apply(written.input(0));
        Lowering lowering = new Lowering(written, written.needed(List.of(term.step())), vectors.exponential());
        result = lowering.place(term.step());
        formula = lowering.formula();
        Schedule schedule = new Schedule(formula, formula.needed(List.of(result)));
        for (int phase = 0; phase < schedule.phases(); phase++) {
            add(schedule, schedule.steps(phase));
        }
    }

    /** e^x. */
    public static <A> ArrayFunction<A> exp(Vectors<A> vectors) {
        return new ArrayFunction<>(vectors, Term::exp);
    }

    private void add(Schedule schedule, List<Integer> steps) {
        steps.stream().filter(step -> function(step) == Instruction.Function.CONSTANT)
                .forEach(step -> workspace.vectors().fill(workspace.register(step), 0, Vectors.PIECE, formula.step(step).factor()));
        List<Integer> arithmetic = steps.stream().filter(step -> function(step).isArithmetic()).toList();
        if (!arithmetic.isEmpty()) {
            Loop loop = loop(arithmetic, arithmetic.stream().filter(step -> step == result || schedule.isReadOutside(step)).toList());
            actions.add(count -> loop.run(workspace, count));
        }
        steps.stream().filter(step -> !function(step).isLeaf() && !function(step).isArithmetic()).forEach(step -> actions.add(count -> compute(step, count)));
    }

    private Instruction.Function function(int step) {
        return formula.step(step).function();
    }

    private Loop loop(List<Integer> arithmetic, List<Integer> outputs) {
        LoopBuilder builder = new LoopBuilder(formula, arithmetic);
        LoopFormula loops = builder.formula(outputs);
        return new Loop(loops, builder.values().stream().mapToInt(step -> step).toArray(), LoopWays.of(loops, workspace.type()));
    }

    private void compute(int step, int count) {
        Instruction instruction = formula.step(step);
        A x = workspace.register(instruction.x());
        instruction.run(workspace.vectors(), x, instruction.y() < 0 ? x : workspace.register(instruction.y()), workspace.register(step), 0, count, 0);
    }

    /** Takes at most {@value Vectors#PIECE} elements; z may be x. */
    public void apply(A x, A z, int count) {
        System.arraycopy(x, 0, workspace.register(0), 0, count);
        actions.forEach(action -> action.accept(count));
        System.arraycopy(workspace.register(result), 0, z, 0, count);
    }
}
