package org.espalier.compute.internal.kernel.convolution;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.stream.Stream;

import org.espalier.api.error.InputException;
import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.KernelFactory;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;

/** Convolution of images [images, channels, height, width] with weights [height, width, channels, filters] in single precision, and its gradients. */
public final class ConvolutionKernels implements KernelFactory {
    private static final int CAUSAL = 2;

    private final Team team;
    private final NativeMemory memory;

    public ConvolutionKernels(Team team, NativeMemory memory) {
        this.team = team;
        this.memory = memory;
    }

    @Override
    public Optional<Kernel> create(Site site) {
        if (site.op().getClass() == Conv2D.class && isTaken(site)) {
            return Optional.of(output(site));
        }
        return site.op().getClass() == Conv2DDerivative.class && isTaken(site) ? Optional.of(gradients(site)) : Optional.empty();
    }

    /** The last arguments are the mode of padding and the formats of images and weights, 0 being those taken here. */
    private static boolean isTaken(Site site) {
        DynamicCustomOp op = (DynamicCustomOp) site.op();
        boolean format = op.numIArguments() >= 11 && op.getIArgument(8) != CAUSAL && op.getIArgument(9) == 0 && op.getIArgument(10) == 0;
        return format && Stream.concat(site.inputs().stream(), site.outputs().stream())
                .allMatch(array -> array.dataType() == DataType.FLOAT && Raw.isDense(array) && array.length() > 0 && array.length() < Integer.MAX_VALUE / Float.BYTES);
    }

    private Convolution convolution(Site site, INDArray output) {
        INDArray input = site.input();
        Window window = Window.of((DynamicCustomOp) site.op(), input.shape(), output.shape());
        requireRoom(site, window);
        return new Convolution(window, Math.toIntExact(output.size(1)), Math.toIntExact(input.size(0)), memory, team);
    }

    private static void requireRoom(Site site, Window window) {
        long columns = (long) window.kernel().height() * window.kernel().width() * window.channels() * window.places().height() * window.places().width();
        if (columns > Integer.MAX_VALUE / Float.BYTES) {
            throw new InputException("Convolution for variable '" + site.name() + "': what its window of " + window.kernel().height() + " x " + window.kernel().width() + " sees of "
                    + window.channels() + " channels at " + window.places().height() + " x " + window.places().width() + " places are " + columns
                    + " numbers of one image, but 2 GB is the most. Use smaller images, a larger stride or fewer channels");
        }
    }

    private Kernel output(Site site) {
        INDArray weights = site.inputs().get(1);
        INDArray output = site.output();
        Convolution convolution = convolution(site, output);
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

    private Kernel gradients(Site site) {
        INDArray weights = site.inputs().get(1);
        INDArray gradient = site.inputs().get(site.inputs().size() - 1);
        Convolution convolution = convolution(site, gradient);
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
