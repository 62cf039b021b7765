package org.espalier.compute.internal.kernel.convolution;

import java.util.ArrayList;
import java.util.List;

import org.espalier.compute.internal.kernel.Kernel;
import org.espalier.compute.internal.kernel.MatmulKernels;
import org.espalier.compute.internal.kernel.Site;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.kernel.movement.Fill;
import org.espalier.compute.internal.kernel.movement.Mover;
import org.espalier.compute.internal.kernel.movement.Region;
import org.espalier.compute.internal.kernel.movement.Walk;
import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution whose windows lie side by side, as in the embedding of patches by vision transformers: the patches of all images are the rows of one matrix, so that there
 * is one product instead of one for each image. With patches P [images and places, R], weights W [R, filters] and the output's gradient G like the output P W, the
 * patches' gradient is G W^T, and that of W is P^T G.
 */
final class PatchConvolution {
    private final Window window;
    private final int filters;
    private final int images;
    private final Team team;
    private final MatmulKernels products;
    private final INDArray patches;
    private final INDArray weights;
    private final INDArray results;

    PatchConvolution(Window window, int filters, int images, DataType type, NativeMemory memory, Team team, MatmulKernels products) {
        this.window = window;
        this.filters = filters;
        this.images = images;
        this.team = team;
        this.products = products;
        this.patches = memory.array(type, (long) images * window.places().area(), window.rows());
        this.weights = memory.array(type, window.rows(), filters);
        this.results = memory.array(type, (long) images * window.places().area(), filters);
    }

    /** Inputs are images, weights and perhaps a bias. */
    Kernel output(Site site, NativeMemory memory) {
        INDArray bias = site.inputs().size() > 2 ? site.inputs().get(2) : memory.array(site.type(), filters);
        return inOrder(List.of(copy(site.input(), inImages(), patches, inPatches()), copy(site.inputs().get(1), inKernel(), weights, inWeights()),
                products.biased(patches, weights, bias, results), copy(results, inResults(), site.output(), inOutput())));
    }

    /** Inputs are images, weights, perhaps a bias, and the output's gradient. */
    Kernel gradients(Site site, NativeMemory memory) {
        INDArray gradient = site.inputs().get(site.inputs().size() - 1);
        INDArray byImages = site.output();
        List<Kernel> kernels = new ArrayList<>(List.of(copy(gradient, inOutput(), results, inResults()),
                copy(site.input(), inImages(), patches, inPatches()), products.product(patches, true, results, false, weights),
                copy(weights, inWeights(), site.outputs().get(1), inKernel())));
        if (site.outputs().size() > 2) {
            INDArray ones = memory.array(site.type(), 1, results.size(0)).assign(1);
            kernels.add(products.product(ones, false, results, false, site.outputs().get(2).reshape(1, filters)));
        }
        kernels.add(copy(site.inputs().get(1), inKernel(), weights, inWeights()));
        kernels.add(products.product(results, false, weights, true, patches));
        if (!window.coversImage()) {
            kernels.add(Fill.of(byImages, 0));
        }
        kernels.add(copy(patches, inPatches(), byImages, inImages()));
        return inOrder(kernels);
    }

    private Kernel copy(INDArray from, Region source, INDArray to, Region target) {
        return new Walk(Mover.copy(from, to), source, target, team);
    }

    private static Kernel inOrder(List<Kernel> kernels) {
        Kernel[] all = kernels.toArray(Kernel[]::new);
        return iteration -> {
            for (Kernel kernel : all) {
                kernel.run(iteration);
            }
        };
    }

    /** [images, rows of places, columns of places, channels, height, width]. */
    private long[] shape() {
        return new long[] {images, window.places().height(), window.places().width(), window.channels(), window.kernel().height(), window.kernel().width()};
    }

    private Region inPatches() {
        return Region.of(shape());
    }

    private Region inImages() {
        int width = window.image().width();
        int area = window.image().area();
        return new Region(0, shape(), new long[] {window.imageLength(), (long) window.kernel().height() * width, window.kernel().width(), area, width, 1});
    }

    /** [channels, height, width, filters]. */
    private Region inWeights() {
        return Region.of(window.channels(), window.kernel().height(), window.kernel().width(), filters);
    }

    private Region inKernel() {
        return Region.of(window.kernel().height(), window.kernel().width(), window.channels(), filters).permuted(2, 0, 1, 3);
    }

    /** [images, places, filters]. */
    private Region inOutput() {
        return Region.of(images, filters, window.places().area()).permuted(0, 2, 1);
    }

    private Region inResults() {
        return Region.of(images, window.places().area(), filters);
    }
}
