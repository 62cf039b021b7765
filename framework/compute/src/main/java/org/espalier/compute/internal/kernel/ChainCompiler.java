package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a kernel of a chain: gives each step that is needed a register, which is handed on after the last phase that reads it.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ChainCompiler<A> {
    private final Numbers<A> numbers;
    private final Chain chain;
    private final Map<String, INDArray> arrays;
    private final Set<String> results;
    private final Lowering lowering;
    private final Formula formula;
    private final Schedule schedule;
    private final boolean[] needed;
    private final int[] registers;
    private final int row;
    private final Map<Integer, Source<A>> sources = new HashMap<>();
    private final List<Integer> free = new ArrayList<>();
    private final List<Consumer<Piece<A>>> first = new ArrayList<>();
    private final List<Consumer<Piece<A>>> each = new ArrayList<>();
    private final List<Fold<A>> folds = new ArrayList<>();
    private int used;

    /**
     * @param arrays  of the variables read and written
     * @param results the variables written
     */
    ChainCompiler(Numbers<A> numbers, Chain chain, Map<String, INDArray> arrays, Set<String> results) {
        this.numbers = numbers;
        this.chain = chain;
        this.arrays = arrays;
        this.results = results;
        this.lowering = new Lowering(chain.formula(), chain.formula().needed(chain.steps(results)), numbers.exponential());
        this.formula = lowering.formula();
        this.needed = formula.needed(chain.steps(results).stream().map(lowering::place).toList());
        this.schedule = new Schedule(formula, needed);
        this.registers = new int[formula.size()];
        IntStream.range(0, formula.size()).filter(step -> needed[step] && isInput(step)).forEach(step -> sources.put(step, source(chain.input(formula.step(step).x()))));
        Stream<Walk> sums = results.stream().map(chain::folded).filter(Objects::nonNull).map(Chain.Output::walk);
        this.row = Source.row(chain.width(), Stream.concat(sources.values().stream().map(Source::walk), sums));
    }

    private boolean isInput(int step) {
        return formula.step(step).function() == Instruction.Function.INPUT;
    }

    private Source<A> source(Chain.Input input) {
        return new Source<>(numbers.memory(arrays.get(input.variable())), input.walk());
    }

    ChainKernel<A> compile(Team team) {
        IntStream.range(0, formula.size()).filter(step -> needed[step] && isSame(step)).forEach(this::bringOnce);
        for (int phase = 0; phase < schedule.phases(); phase++) {
            List<Integer> steps = schedule.steps(phase);
            steps.stream().filter(step -> sources.containsKey(step) && !isSame(step)).forEach(this::load);
            loop(steps.stream().filter(step -> formula.step(step).function().isArithmetic()).toList());
            steps.stream().filter(step -> !formula.step(step).function().isArithmetic() && !formula.step(step).function().isLeaf()).forEach(this::compute);
            steps.forEach(this::write);
            release(phase);
        }
        return new ChainKernel<>(numbers, team, chain.length(), row, first, each, folds);
    }

    /** Whether it is the same in all pieces. */
    private boolean isSame(int step) {
        return formula.step(step).function() == Instruction.Function.CONSTANT || sources.containsKey(step) && sources.get(step).isSame(row);
    }

    private void bringOnce(int step) {
        int register = used++;
        registers[step] = register;
        double value = formula.step(step).factor();
        Source<A> source = sources.get(step);
        first.add(source == null ? piece -> piece.fill(value, register) : piece -> piece.load(source, register));
    }

    private void load(int step) {
        int register = register(step);
        Source<A> source = sources.get(step);
        each.add(piece -> piece.load(source, register));
    }

    private void loop(List<Integer> arithmetic) {
        if (arithmetic.isEmpty()) {
            return;
        }
        arithmetic.forEach(this::register);
        LoopBuilder builder = new LoopBuilder(formula, arithmetic);
        List<Integer> outputs = arithmetic.stream().filter(step -> isWritten(step) || schedule.isReadOutside(step)).toList();
        LoopFormula loops = builder.formula(outputs);
        Loop loop = new Loop(loops, builder.values().stream().mapToInt(step -> registers[step]).toArray(), LoopWays.of(loops, numbers.type()));
        each.add(piece -> piece.run(loop));
    }

    private boolean isWritten(int step) {
        return results.stream().anyMatch(result -> lowering.place(chain.place(result)) == step);
    }

    private void compute(int step) {
        Instruction instruction = formula.step(step);
        int x = registers[instruction.x()];
        int y = instruction.y() < 0 ? x : registers[instruction.y()];
        int z = register(step);
        each.add(piece -> piece.compute(instruction, x, y, z));
    }

    private int register(int step) {
        registers[step] = free.isEmpty() ? used++ : free.remove(free.size() - 1);
        return registers[step];
    }

    private void release(int phase) {
        IntStream.range(0, formula.size()).filter(step -> needed[step] && !isSame(step) && schedule.lastPhase(step) == phase).forEach(step -> free.add(registers[step]));
    }

    private void write(int step) {
        int register = registers[step];
        for (String result : results) {
            if (lowering.place(chain.place(result)) == step) {
                Memory<A> memory = numbers.memory(arrays.get(result));
                Chain.Output output = chain.folded(result);
                each.add(output == null ? piece -> piece.store(memory, register) : fold(new Fold<>(memory, output.walk(), output.kind(), output.form().end()), register));
            }
        }
    }

    private Consumer<Piece<A>> fold(Fold<A> fold, int register) {
        folds.add(fold);
        return piece -> piece.fold(fold, register);
    }
}
