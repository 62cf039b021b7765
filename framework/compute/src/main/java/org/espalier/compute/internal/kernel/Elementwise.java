package org.espalier.compute.internal.kernel;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.espalier.api.compute.op.Dropout;
import org.espalier.api.compute.op.Noise;
import org.espalier.compute.internal.graph.OutputGradient;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BiasAdd;
import org.nd4j.linalg.api.ops.impl.broadcast.BiasAddGrad;

/** Ops whose outputs follow from the elements at the same place, inputs being broadcast; gradients are summed over what was. */
final class Elementwise {
    private Elementwise() {
    }

    /** Empty for other ops. */
    static Optional<Form> form(Operation op) {
        if (op.op() instanceof Dropout dropout) {
            Masks masks = new Masks(op.key(), dropout.stream(), dropout.rate());
            return Optional.of(form(op, in -> List.of(in.get(0).draw(masks))));
        }
        if (op.op() instanceof Noise noise) {
            Samples samples = new Samples(op.key(), noise);
            return Optional.of(form(op, in -> List.of(in.get(0).constant(0).draw(samples))));
        }
        if (op.op() instanceof OutputGradient gradient) {
            return Optional.ofNullable(Activations.BY_OUTPUT.get(gradient.kind())).map(slope -> form(op, in -> List.of(slope.apply(in.get(0)).times(in.get(1)))));
        }
        return rule(op.op()).map(rule -> form(op, rule));
    }

    private static Form form(Operation op, Function<List<Term>, List<Term>> rule) {
        List<long[]> inputs = op.arrays().stream().map(INDArray::shape).toList();
        List<long[]> outputs = op.shapes();
        boolean biasFirst = op.op() instanceof BiasAdd || op.op() instanceof BiasAddGrad;
        if (biasFirst && inputs.get(0).length > 2 && isChannelsFirst(op.op())) {
            inputs = inputs.stream().map(shape -> asChannels(shape, op.arrays().get(0).rank())).toList();
            outputs = outputs.stream().map(shape -> asChannels(shape, op.arrays().get(0).rank())).toList();
        }
        return new Form(op.largest(), inputs, outputs, rule, null, sum -> sum);
    }

    private static boolean isChannelsFirst(DifferentialFunction op) {
        boolean[] flags = ((DynamicCustomOp) op).bArgs();
        return flags.length > 0 && flags[0];
    }

    /** A vector along the second dimension. */
    private static long[] asChannels(long[] shape, int rank) {
        if (shape.length != 1) {
            return shape;
        }
        long[] channels = new long[rank - 1];
        Arrays.fill(channels, 1);
        channels[0] = shape[0];
        return channels;
    }

    private static Optional<Function<List<Term>, List<Term>>> rule(DifferentialFunction op) {
        String name = op.opName();
        double[] arguments = op instanceof DynamicCustomOp custom ? custom.tArgs() : new double[0];
        if (op instanceof ScalarOp scalar) {
            double value = scalar.scalar() == null ? 0 : scalar.scalar().getDouble(0);
            return Optional.ofNullable(Arithmetic.BINARY.get(name)).map(rule -> in -> List.of(rule.apply(in.get(0), in.size() > 1 ? in.get(1) : in.get(0).constant(value))));
        }
        if (Arithmetic.BINARY.containsKey(name)) {
            return Optional.of(in -> List.of(Arithmetic.BINARY.get(name).apply(in.get(0), in.get(1))));
        }
        if (Arithmetic.GRADIENTS.containsKey(name)) {
            return Optional.of(in -> Arithmetic.GRADIENTS.get(name).apply(in.get(0), in.get(1), in.get(2)));
        }
        if (Activations.function(name) != null) {
            return Optional.of(in -> List.of(Activations.function(name).apply(in.get(0), arguments)));
        }
        if (Activations.SLOPES.containsKey(name)) {
            return Optional.of(in -> List.of(Activations.SLOPES.get(name).apply(in.get(0), arguments).times(in.get(1))));
        }
        return switch (name) {
            case "mergeadd" -> Optional.of(in -> List.of(in.stream().reduce(Term::plus).orElseThrow()));
            case "mergemax" -> Optional.of(in -> List.of(in.stream().reduce(Term::max).orElseThrow()));
            case "mergeavg" -> Optional.of(in -> List.of(in.stream().reduce(Term::plus).orElseThrow().times(1.0 / in.size())));
            case "mergeavg_bp" -> Optional.of(in -> Collections.nCopies(in.size() - 1, in.get(in.size() - 1).times(1.0 / (in.size() - 1))));
            case "mergeadd_bp" -> Optional.of(in -> Collections.nCopies(in.size() - 1, in.get(in.size() - 1)));
            default -> Optional.empty();
        };
    }
}
