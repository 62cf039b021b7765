package org.espalier.compute.internal.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

import org.espalier.compute.internal.memory.NativeMemory;

/** Writes an op down as steps over one shape, with variables of their own in between. */
final class Steps {
    private final Operation op;
    private final long[] shape;
    private final long[] kept;
    private final List<Elements> steps = new ArrayList<>();

    /** A variable: its name and its shape, with 1 for dimensions it lacks. */
    record Value(String name, long[] shape) {
    }

    /** @param dimensions that are reduced */
    Steps(Operation op, int... dimensions) {
        this.op = op;
        this.shape = op.shape(0);
        this.kept = Reductions.kept(shape, dimensions);
    }

    /** Elements that are reduced to one. */
    double width() {
        return (double) NativeMemory.length(shape) / NativeMemory.length(kept);
    }

    Value input(int number) {
        return new Value(op.inputs().get(number), op.shape(number));
    }

    /** An input with another shape: that of what was reduced. */
    Value reduced(int number) {
        return new Value(op.inputs().get(number), kept);
    }

    /** An input that lies along one dimension. */
    Value along(int number, int dimension) {
        return new Value(op.inputs().get(number), line(dimension));
    }

    private long[] line(int dimension) {
        long[] line = new long[shape.length];
        Arrays.fill(line, 1);
        line[dimension] = shape[dimension];
        return line;
    }

    Value sum(Function<List<Term>, Term> rule, DoubleUnaryOperator end, Value... inputs) {
        return step(between(kept), Fold.Kind.SUM, rule, end, inputs);
    }

    Value largest(Value input) {
        return step(between(kept), Fold.Kind.LARGEST, in -> in.get(0), largest -> largest, input);
    }

    Value each(Function<List<Term>, Term> rule, Value... inputs) {
        return step(between(shape), null, rule, sum -> sum, inputs);
    }

    /** The op's output. */
    void result(int number, Function<List<Term>, Term> rule, Value... inputs) {
        step(new Value(op.outputs().get(number), shape), null, rule, sum -> sum, inputs);
    }

    /** The op's output, as a sum over all but one dimension. */
    void sumAlong(int number, int dimension, Function<List<Term>, Term> rule, Value... inputs) {
        step(new Value(op.outputs().get(number), line(dimension)), Fold.Kind.SUM, rule, sum -> sum, inputs);
    }

    /** The op's output, as a sum. */
    void sumTo(int number, Function<List<Term>, Term> rule, DoubleUnaryOperator end, Value... inputs) {
        step(new Value(op.outputs().get(number), kept), Fold.Kind.SUM, rule, end, inputs);
    }

    /** The op's output, as the sum of everything. */
    void sumAll(int number, Function<List<Term>, Term> rule, DoubleUnaryOperator end, Value... inputs) {
        step(new Value(op.outputs().get(number), Reductions.kept(shape, new int[0])), Fold.Kind.SUM, rule, end, inputs);
    }

    /** The op's output, element by element of what was reduced. */
    void resultOfReduced(int number, Function<List<Term>, Term> rule, Value... inputs) {
        step(kept, new Value(op.outputs().get(number), kept), null, rule, sum -> sum, inputs);
    }

    private Value between(long[] ofShape) {
        return new Value(op.outputs().get(0) + "/" + steps.size(), ofShape);
    }

    private Value step(Value output, Fold.Kind kind, Function<List<Term>, Term> rule, DoubleUnaryOperator end, Value... inputs) {
        return step(shape, output, kind, rule, end, inputs);
    }

    private Value step(long[] over, Value output, Fold.Kind kind, Function<List<Term>, Term> rule, DoubleUnaryOperator end, Value... inputs) {
        List<long[]> shapes = Arrays.stream(inputs).map(Value::shape).toList();
        steps.add(new Elements(new Form(over, shapes, List.of(output.shape()), in -> List.of(rule.apply(in)), kind, end),
                Arrays.stream(inputs).map(Value::name).toList(), List.of(output.name())));
        return output;
    }

    List<Elements> all() {
        return steps;
    }
}
