package org.espalier.compute.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.compute.Optimizer;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.GraphOp;
import org.espalier.api.error.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** What cannot be compiled or fed is named. */
class RefusalTest {
    private final SameDiff graph = SameDiff.create();
    private final SDVariable in = graph.placeHolder("in", DataType.FLOAT, 2, 3);
    private final SDVariable weights = graph.var("weights", Nd4j.ones(DataType.FLOAT, 3));
    private final ParameterSet parameters = new ParameterSet(Map.of("weights", Nd4j.ones(DataType.FLOAT, 3)));

    @Test
    void namesAnUnknownPlaceholder() {
        CompiledProgram program = compile(parameters, in.mul(weights));

        assertRefused("There is no placeholder 'inn' in this program, only [in]", () -> program.feed("inn", Nd4j.ones(DataType.FLOAT, 2, 3)));
    }

    @Test
    void namesBothShapesOfAWrongValue() {
        CompiledProgram program = compile(parameters, in.mul(weights));

        assertRefused("Placeholder 'in' has shape [2, 3], but the value fed has [3, 2]", () -> program.feed("in", Nd4j.ones(DataType.FLOAT, 3, 2)));
    }

    @Test
    void namesAnUnknownOutput() {
        CompiledProgram program = compile(parameters, in.mul(weights).rename("product"));

        assertRefused("Variable 'weights' is no output of this program, only [product]", () -> program.output("weights"));
    }

    @Test
    void namesAMissingParameter() {
        assertRefused("trainable variable 'weights' is not among the parameters [other]",
                () -> compile(new ParameterSet(Map.of("other", Nd4j.ones(DataType.FLOAT, 3))), in.mul(weights)));
    }

    @Test
    void namesAParameterOfTheWrongShape() {
        assertRefused("'weights' is FLOAT [3], but the parameter of this name is FLOAT [4]",
                () -> compile(new ParameterSet(Map.of("weights", Nd4j.ones(DataType.FLOAT, 4))), in.mul(weights)));
    }

    @Test
    void namesAPlaceholderWithoutASize() {
        assertRefused("Placeholder 'free' has shape [-1, 3]: a program needs all sizes",
                () -> compile(parameters, graph.placeHolder("free", DataType.FLOAT, -1, 3).mul(2)));
    }

    @Test
    void refusesStridedSlicesThatGoBackwards() {
        assertRefused("needs steps of 1 or more, not -1: use reverse",
                () -> compile(parameters, graph.stridedSlice(in, new long[] {1, 2}, new long[] {0, 0}, new long[] {-1, 1})));
    }

    @Test
    void namesAGraphOpThatNoKernelRuns() {
        GraphOp foreign = new GraphOp(graph, in) {
            @Override
            public long[] outputShape(List<long[]> inputs) {
                return inputs.get(0);
            }

            @Override
            public String opName() {
                return "foreign";
            }
        };

        assertRefused("Op 'foreign' of variable 'out' cannot be compiled", () -> compile(parameters, foreign.outputVariable().rename("out")));
    }

    @Test
    void namesAnOpWithoutGradientAndItsVariable() {
        SDVariable sorted = graph.math.floor(weights).rename("floored");
        SDVariable picked = graph.where(weights, sorted, weights.gt(0)).rename("picked");

        assertRefused("Op 'Where' of variable 'picked' has no gradient", () -> train(picked.sum()));
    }

    @Test
    void batchNormalisationOverSeveralAxesHasNoGradient() {
        INDArray ones = Nd4j.ones(DataType.FLOAT, 3, 2);
        SDVariable norm = graph.nn.batchNorm(weights.mul(graph.constant(Nd4j.ones(DataType.FLOAT, 4, 2, 3))), graph.constant(ones), graph.constant(ones), graph.constant(ones),
                graph.constant(ones), 0.1, 2, 1);

        assertRefused("batch normalisation over one axis has a gradient, but this is over 2", () -> train(norm.sum()));
    }

    @Test
    void namesAConvolutionWhoseColumnsAreTooLarge() {
        SDVariable image = graph.placeHolder("image", DataType.FLOAT, 1, 3, 1500, 1500);
        SDVariable seen = graph.cnn.conv2d(image, graph.constant(Nd4j.ones(DataType.FLOAT, 11, 11, 3, 1)),
                Conv2DConfig.builder().kH(11).kW(11).sH(1).sW(1).dataFormat("NCHW").paddingMode(PaddingMode.SAME).build()).rename("seen");

        String message = assertThrows(InputException.class, () -> compile(parameters, seen)).getMessage();
        assertTrue(message.startsWith("Convolution for variable 'seen': what its window of 11 x 11 sees of 3 channels at 1500 x 1500 places are 816750000 numbers"), message);
    }

    @Test
    void namesARandomOpOfNd4j() {
        SDVariable noise = graph.random.normal("noise", 0, 1, DataType.FLOAT, 3);

        assertRefused("variable 'noise' cannot be compiled: its random numbers could not be repeated", () -> compile(parameters, weights.mul(noise)));
    }

    @Test
    void namesControlFlow() {
        SDVariable[] loop = graph.whileLoop(new SDVariable[] {weights}, (body, variables) -> variables[0].sum().lt(10),
                (body, variables) -> new SDVariable[] {variables[0].mul(2)});

        assertRefused("a program is a straight line without loops", () -> compile(parameters, loop[0]));
    }

    @Test
    void refusesALossThatIsNoScalar() {
        assertRefused("The loss 'many' must be a scalar, not of shape [3]", () -> train(weights.mul(2).rename("many")));
    }

    @Test
    void freesTheMemoryOfWhatCouldNotBeCompiled() {
        assertRefused("Placeholder", () -> compile(parameters, graph.placeHolder("free", DataType.FLOAT, -1, 3).mul(2)));
        assertEquals(12, parameters.held());
    }

    private static void assertRefused(String reason, Executable work) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, work);
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    private static CompiledProgram compile(ParameterSet parameters, SDVariable output) {
        return CompiledProgram.of(ProgramRequest.inference(parameters, output), new Alone());
    }

    private void train(SDVariable loss) {
        CompiledTraining.of(new ProgramRequest(graph, List.of(), Optional.of(loss.name()), parameters, Optional.of(Optimizer.of(new Sgd(0.1))), 0), parameters, new Alone());
    }
}
