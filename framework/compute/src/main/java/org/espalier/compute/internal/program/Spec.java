package org.espalier.compute.internal.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.espalier.api.compute.op.GraphOp;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.ReduceOp;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Type and shape of an op's output.
 *
 * @param type  element type
 * @param shape sizes; empty for a scalar
 */
record Spec(DataType type, long[] shape) {

    /** Asks an op for the types and shapes of its outputs, given its inputs. Only values of constant inputs matter. */
    static List<Spec> of(SameDiff graph, SameDiffOp node, List<INDArray> inputs) {
        DifferentialFunction op = node.getOp();
        if (op instanceof GraphOp own) {
            return own.outputShapes(inputs.stream().map(INDArray::shape).toList()).stream().map(shape -> new Spec(inputs.get(0).dataType(), shape)).toList();
        }
        OpContext context = Nd4j.getExecutioner().buildContext();
        List<String> names = node.getOutputsOfOp();
        List<LongShapeDescriptor> found;
        try {
            found = op instanceof DynamicCustomOp custom ? custom(custom, context, inputs) : legacy(op, context, inputs);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Op '" + op.opName() + "' of variable '" + names.get(0) + "' does not take inputs of types "
                    + inputs.stream().map(INDArray::dataType).toList() + " and shapes " + shapes(inputs), e);
        }
        if (found.size() != names.size()) {
            throw new IllegalArgumentException("Op '" + op.opName() + "' of variable '" + names.get(0) + "' has " + names.size()
                    + " outputs in the graph, but " + found.size() + " with inputs of shapes " + shapes(inputs));
        }
        List<Spec> specs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // the graph's type counts, as in SameDiff's session: several ops have more than one valid output type
            specs.add(new Spec(graph.getVariable(names.get(i)).dataType(), found.get(i).getShape()));
        }
        return specs;
    }

    long length() {
        return NativeMemory.length(shape);
    }

    private static List<LongShapeDescriptor> custom(DynamicCustomOp op, OpContext context, List<INDArray> inputs) {
        context.setArgs(inputs.toArray(INDArray[]::new), op.iArgs(), op.dArgs(), op.tArgs(), op.bArgs());
        return op.calculateOutputShape(context);
    }

    private static List<LongShapeDescriptor> legacy(DifferentialFunction op, OpContext context, List<INDArray> inputs) {
        int data = inputs.size();
        if (op instanceof ReduceOp reduce && reduce.getOpType() != Op.Type.REDUCE3 && data == 2) {
            op.setDimensions(Shape.normalizeAxis(inputs.get(0).rank(), inputs.get(1).toIntVector()));
            ((BaseReduceOp) op).setEmptyReduce(false);
            data = 1;
        }
        for (int i = 0; i < data; i++) {
            context.setInputArray(i, inputs.get(i));
        }
        return ((BaseOp) op).calculateOutputShape(context);
    }

    private static String shapes(List<INDArray> inputs) {
        return String.join(", ", inputs.stream().map(input -> Arrays.toString(input.shape())).toList());
    }
}
