package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a kernel of a chain: gives each step that is needed a register, which is handed on after the last step that reads it.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class ChainCompiler<A> {
    private final Numbers<A> numbers;
    private final Chain chain;
    private final Formula formula;
    private final Map<String, INDArray> arrays;
    private final boolean[] needed;
    private final int[] lastReader;
    private final int[] registers;
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
        this.formula = chain.formula();
        this.arrays = arrays;
        this.needed = formula.needed(chain.steps(results));
        this.lastReader = IntStream.range(0, formula.size()).map(this::lastReader).toArray();
        this.registers = new int[formula.size()];
        IntStream.range(0, formula.size()).filter(step -> needed[step] && isInput(step)).forEach(step -> sources.put(step, source(chain.input(formula.step(step).x()))));
    }

    private boolean isInput(int step) {
        return formula.step(step).function() == Instruction.Function.INPUT;
    }

    private Source<A> source(Chain.Input input) {
        return new Source<>(numbers.memory(arrays.get(input.variable())), input.walk());
    }

    private int lastReader(int step) {
        return IntStream.range(step, formula.size()).filter(reader -> needed[reader] && formula.step(reader).reads(step)).max().orElse(step);
    }

    ChainKernel<A> compile(Team team, Set<String> results) {
        int row = Source.row(chain.width(), sources.values().stream().map(Source::walk));
        IntStream.range(0, formula.size()).filter(step -> needed[step] && isSame(step, row)).forEach(this::bringOnce);
        for (int step = 0; step < formula.size(); step++) {
            if (needed[step]) {
                add(step, row);
                write(step, results);
            }
        }
        return new ChainKernel<>(numbers, team, chain.length(), row, first, each, folds);
    }

    private boolean isSame(int step, int row) {
        return formula.step(step).function() == Instruction.Function.CONSTANT || sources.containsKey(step) && sources.get(step).isSame(row);
    }

    private void bringOnce(int step) {
        int register = used++;
        registers[step] = register;
        double value = formula.step(step).factor();
        Source<A> source = sources.get(step);
        first.add(source == null ? piece -> piece.fill(value, register) : piece -> piece.load(source, register));
    }

    private void add(int step, int row) {
        Instruction instruction = formula.step(step);
        if (isSame(step, row)) {
            return;
        }
        if (instruction.function().isLeaf()) {
            int register = register();
            registers[step] = register;
            Source<A> source = sources.get(step);
            each.add(piece -> piece.load(source, register));
            return;
        }
        int x = registers[instruction.x()];
        int y = instruction.y() < 0 ? x : registers[instruction.y()];
        if (instruction.function().worksInPlace()) {
            release(instruction, step, row);
        }
        int z = register();
        registers[step] = z;
        if (!instruction.function().worksInPlace()) {
            release(instruction, step, row);
        }
        each.add(piece -> piece.compute(instruction, x, y, z));
    }

    private int register() {
        return free.isEmpty() ? used++ : free.remove(free.size() - 1);
    }

    private void release(Instruction instruction, int step, int row) {
        IntStream.of(instruction.x(), instruction.y()).distinct().filter(read -> read >= 0 && lastReader[read] == step && !isSame(read, row))
                .forEach(read -> free.add(registers[read]));
    }

    private void write(int step, Set<String> results) {
        int register = registers[step];
        for (String result : results) {
            Chain.Output output = chain.folded(result);
            if (output != null && output.term().step() == step) {
                Fold<A> fold = new Fold<>(numbers.memory(arrays.get(result)), output.walk(), output.kind(), output.form().end());
                folds.add(fold);
                each.add(piece -> piece.fold(fold, register));
            } else if (chain.step(result).filter(place -> place == step).isPresent()) {
                Memory<A> memory = numbers.memory(arrays.get(result));
                each.add(piece -> piece.store(memory, register));
            }
        }
    }
}
