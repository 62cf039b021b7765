package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.UpdateRule;
import org.espalier.api.model.Network;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters of 32 bits, products and activations of 16. */
class MixedPrecisionTest {
    private final INDArray start = Nd4j.linspace(-1, 1, 12, DataType.FLOAT).reshape(4, 3);

    @Test
    void gradientsFollowThoseOfSinglePrecision() {
        double[] single = gradient(DataType.FLOAT);
        assertArrayEquals(single, gradient(DataType.FLOAT16), 2e-3);
        assertTrue(Arrays.stream(single).anyMatch(value -> Math.abs(value) > 0.1), "gradients are not all small");
    }

    private double[] gradient(DataType type) {
        SameDiff graph = SameDiff.create();
        SDVariable in = graph.constant(Nd4j.linspace(0, 2, 32, DataType.FLOAT).reshape(8, 4)).castTo(type);
        SDVariable out = graph.math.tanh(in.mmul(graph.var("w", start).castTo(type))).castTo(DataType.FLOAT);
        return afterOneStep(graph, graph.nn.softmax(out, 1).mul(out).sum());
    }

    /** What plain descent with rate 1 takes from the parameters is the gradient. */
    private double[] afterOneStep(SameDiff graph, SDVariable loss) {
        try (ParameterSet parameters = new ParameterSet(Map.of("w", start)); CompiledTraining program = training(loss, parameters)) {
            program.step();
            return start.sub(parameters.arrays().get("w")).ravel().toDoubleVector();
        }
    }

    private static CompiledTraining training(SDVariable loss, ParameterSet parameters) {
        return CompiledTraining.of(ProgramRequest.training(Network.of(loss, loss), parameters, Optimizer.of(new UpdateRule.Sgd(), 1), 0), parameters, new Alone());
    }

    /** ND4J's processor backend multiplies numbers of type bfloat16, but has no gradients of activations for them. */
    @Test
    void anOpThatDoesNotTakeATypeIsNamed() {
        SameDiff graph = SameDiff.create();
        SDVariable loss = graph.nn.relu(graph.var("w", start).castTo(DataType.BFLOAT16), 0).castTo(DataType.FLOAT).sum();
        String said = assertThrows(IllegalArgumentException.class, () -> afterOneStep(graph, loss)).getMessage();
        assertTrue(said.contains("thresholdedrelu_bp") && said.contains("BFLOAT16"), said);
    }
}
