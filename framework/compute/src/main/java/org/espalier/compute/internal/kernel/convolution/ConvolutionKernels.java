package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;

/**
 * Convolution of images [images, channels, height, width] with weights [height, width, channels, filters], and its gradients: in single precision, or, where windows lie side
 * by side, in both. Rows of windows are moved one by one, which pays from a bulk copy's length on.
 */
public final class ConvolutionKernels implements KernelFactory {
    private static final int CAUSAL = 2;

    private final Team team;
    private final NativeMemory memory;
    private final MatmulKernels products;

    public ConvolutionKernels(Team team, NativeMemory memory, MatmulKernels products) {
        this.team = team;
        this.memory = memory;
        this.products = products;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        boolean forward = site.op().getClass() == Conv2D.class;
        if (!forward && site.op().getClass() != Conv2DDerivative.class || !isTaken(site)) {
            return Optional.empty();
        }
        INDArray output = forward ? site.output() : site.inputs().get(site.inputs().size() - 1);
        Window window = Window.of((DynamicCustomOp) site.op(), site.input().shape(), output.shape());
        int filters = Math.toIntExact(output.size(1));
        int images = Math.toIntExact(output.size(0));
        boolean wide = window.kernel().width() >= Mover.BULK;
        if (window.isPatches() && (wide || site.type() == DataType.DOUBLE)) {
            PatchConvolution patches = new PatchConvolution(window, filters, images, site.type(), memory, team, products);
            return Optional.of(forward ? patches.output(site, memory) : patches.gradients(site, memory));
        }
        if (site.type() != DataType.FLOAT) {
            return Optional.empty();
        }
        Convolution convolution = new Convolution(window, filters, images, memory, team);
        return Optional.of(forward ? output(site, convolution) : gradients(site, convolution));
    }

    /** The last arguments are the mode of padding and the formats of images and weights, 0 being those taken here. */
    private static boolean isTaken(Site site) {
        DynamicCustomOp op = (DynamicCustomOp) site.op();
        boolean format = op.numIArguments() >= 11 && op.getIArgument(8) != CAUSAL && op.getIArgument(9) == 0 && op.getIArgument(10) == 0;
        return format && Mover.adds(site.type()) && Stream.concat(site.inputs().stream(), site.outputs().stream())
                .allMatch(array -> array.dataType() == site.type() && Raw.isDense(array) && array.length() > 0 && array.length() < Integer.MAX_VALUE / Double.BYTES);
    }

    private static Kernel output(Site site, Convolution convolution) {
        INDArray weights = site.inputs().get(1);
        INDArray output = site.output();
        Runnable bias = site.inputs().size() < 3 ? () -> {
        } : () -> add(site.inputs().get(2), output);
        return iteration -> {
            convolution.forward(site.input(), weights, output);
            bias.run();
        };
    }

    private static void add(INDArray bias, INDArray output) {
        FloatBuffer values = Raw.floats(bias);
        FloatBuffer out = Raw.floats(output);
        float[] plane = new float[Math.toIntExact(output.stride(1))];
        for (int i = 0; i * plane.length < out.capacity(); i++) {
            float value = values.get(i % values.capacity());
            out.get(i * plane.length, plane);
            for (int p = 0; p < plane.length; p++) {
                plane[p] += value;
            }
            out.put(i * plane.length, plane);
        }
    }

    private static Kernel gradients(Site site, Convolution convolution) {
        INDArray weights = site.inputs().get(1);
        INDArray gradient = site.inputs().get(site.inputs().size() - 1);
        Runnable bias = site.outputs().size() < 3 ? () -> {
        } : () -> sum(gradient, site.outputs().get(2));
        return iteration -> {
            convolution.byInput(gradient, weights, site.output());
            convolution.byWeights(site.input(), gradient, site.outputs().get(1));
            bias.run();
        };
    }

    private static void sum(INDArray gradient, INDArray result) {
        FloatBuffer in = Raw.floats(gradient);
        double[] sums = new double[Math.toIntExact(result.length())];
        float[] plane = new float[Math.toIntExact(gradient.stride(1))];
        for (int i = 0; i * plane.length < in.capacity(); i++) {
            in.get(i * plane.length, plane);
            for (float value : plane) {
                sums[i % sums.length] += value;
            }
        }
        for (int filter = 0; filter < sums.length; filter++) {
            Raw.floats(result).put(filter, (float) sums[filter]);
        }
    }
}
