package org.espalier.compute.internal.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.custom.LogSumExp;

/**
 * An op that may be done element by element.
 *
 * @param op      the op
 * @param inputs  variables it reads
 * @param arrays  of the right shapes; the values of those that hold dimensions count
 * @param outputs variables it writes
 * @param shapes  of the outputs
 * @param key     of the program's random masks
 */
public record Operation(DifferentialFunction op, List<String> inputs, List<INDArray> arrays, List<String> outputs, List<long[]> shapes, long key) {

    /** The steps it is done in, each after those it reads; empty if it is done otherwise. Variables between steps are named after the first output. */
    public List<Elements> steps() {
        Optional<Form> form = Elementwise.form(this).or(() -> Reductions.form(this));
        List<Elements> steps = form.map(one -> List.of(new Elements(one, inputs, outputs))).orElseGet(this::composed);
        return steps.stream().allMatch(step -> step.fits() && readsNumbers(step)) ? steps : List.of();
    }

    /** Truth values and integers have other bits; an op may have them beside what is read element by element, as its dimensions. */
    private boolean readsNumbers(Elements step) {
        return step.inputs().stream().limit(step.form().inputs().size()).mapToInt(inputs::indexOf).allMatch(place -> place < 0 || arrays.get(place).dataType().isFPType());
    }

    private List<Elements> composed() {
        if (op instanceof LogSumExp) {
            return LogSum.steps(this);
        }
        return Losses.isLoss(op) ? Losses.steps(this) : Compositions.steps(this);
    }

    long[] shape(int input) {
        return arrays.get(input).shape();
    }

    /** The shape of the largest array. */
    long[] largest() {
        return Stream.concat(shapes.stream(), arrays.stream().map(INDArray::shape)).max(Comparator.comparingLong(NativeMemory::length)).orElseThrow();
    }
}
