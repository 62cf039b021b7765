package org.espalier.api.compute.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The gradients of a {@link Loop} by its floating-point inputs, in their order. Inputs: those of the loop, the states it kept, and the gradients by
 * its outputs as far as there are any.
 */
public final class LoopGradient extends GraphOp {
    /** As shown in profiles and messages. */
    public static final String NAME = "espalier_loop_gradient";

    private final Loop loop;
    private final int[] differentiated;
    private final BitSet given;

    private LoopGradient(Loop loop, List<SDVariable> inputs, int[] differentiated, BitSet given) {
        super(inputs.get(0).getSameDiff(), inputs.toArray(SDVariable[]::new));
        this.loop = loop;
        this.differentiated = differentiated;
        this.given = given;
    }

    static List<SDVariable> of(Loop loop, List<SDVariable> arguments, List<SDVariable> path, List<SDVariable> gradients) {
        List<SDVariable> inputs = new ArrayList<>(arguments);
        inputs.addAll(path);
        gradients.stream().filter(Objects::nonNull).forEach(inputs::add);
        BitSet given = new BitSet();
        IntStream.range(0, gradients.size()).filter(output -> gradients.get(output) != null).forEach(given::set);
        int[] differentiated = IntStream.range(0, arguments.size()).filter(input -> arguments.get(input).dataType().isFPType()).toArray();
        SDVariable[] outputs = new LoopGradient(loop, inputs, differentiated, given).outputVariables();
        SDVariable[] byArgument = new SDVariable[arguments.size()];
        for (int i = 0; i < differentiated.length; i++) {
            byArgument[differentiated[i]] = outputs[i];
        }
        return Arrays.asList(byArgument);
    }

    /** What is differentiated. */
    public Loop loop() {
        return loop;
    }

    /** For each output, the place among the loop's inputs of that which it is the gradient by. */
    public int[] differentiated() {
        return differentiated.clone();
    }

    /** The place among this op's inputs of the gradient by an output of the loop; -1 if there is none. */
    public int gradient(int output) {
        int first = args().length - given.cardinality();
        return given.get(output) ? first + given.get(0, output).cardinality() : -1;
    }

    @Override
    public String opName() {
        return NAME;
    }

    @Override
    public int getNumOutputs() {
        return differentiated.length;
    }

    @Override
    public long[] outputShape(List<long[]> inputs) {
        return inputs.get(0);
    }

    @Override
    public List<long[]> outputShapes(List<long[]> inputs) {
        return Arrays.stream(differentiated).mapToObj(inputs::get).toList();
    }
}
