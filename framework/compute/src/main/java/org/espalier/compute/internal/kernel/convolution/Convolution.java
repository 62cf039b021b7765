package org.espalier.compute.internal.kernel.convolution;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;
import org.espalier.compute.internal.kernel.Team;
import org.espalier.compute.internal.memory.NativeMemory;
import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Products of one convolution: with W as [positions and channels R, filters F] and an image's columns C [R, places P], the output is W^T C; with its gradient G [F, P]
 * the columns' gradient is W G, and that of W the sum of C G^T over the images. Images are shared out among threads; for the gradient of W, positions are.
 */
final class Convolution {
    private final Window window;
    private final int filters;
    private final int images;
    private final Team team;
    private final Part[] parts;

    /** What belongs to one thread. */
    private record Part(Columns walk, INDArray columns, INDArray planes, Gaps gaps) {
    }

    Convolution(Window window, int filters, int images, NativeMemory memory, Team team) {
        this.window = window;
        this.filters = filters;
        this.images = images;
        this.team = team;
        this.parts = new Part[team.size()];
        for (int thread = 0; thread < parts.length; thread++) {
            INDArray planes = memory.array(DataType.FLOAT, filters, window.span()).assign(0);
            parts[thread] = new Part(Columns.of(window), memory.array(DataType.FLOAT, window.rows(), window.span()), planes, new Gaps(window, filters, Raw.floats(planes)));
        }
    }

    private int places() {
        return window.span();
    }

    private int output(int image) {
        return image * filters * window.places().area();
    }

    /** Writes the output without bias. */
    void forward(INDArray input, INDArray weights, INDArray output) {
        FloatBuffer in = Raw.floats(input);
        FloatBuffer out = Raw.floats(output);
        team.run(thread -> {
            Part part = parts[thread];
            FloatBuffer seen = Raw.floats(part.columns);
            for (int image = thread; image < images; image += team.size()) {
                part.walk.unfold(in, image * window.imageLength(), seen, 0, window.kernel().area());
                cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, filters, places(), window.rows(), 1, at(weights, 0), filters,
                        at(part.columns, 0), places(), 0, at(part.planes, 0), places());
                part.gaps.leaveOut(out, output(image));
            }
        });
    }

    /** Writes the gradient by the input. */
    void byInput(INDArray gradient, INDArray weights, INDArray result) {
        FloatBuffer in = Raw.floats(gradient);
        FloatBuffer out = Raw.floats(result);
        team.run(thread -> {
            Part part = parts[thread];
            FloatBuffer seen = Raw.floats(part.columns);
            for (int image = thread; image < images; image += team.size()) {
                part.gaps.putIn(in, output(image));
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, window.rows(), places(), filters, 1, at(weights, 0), filters,
                        at(part.planes, 0), places(), 0, at(part.columns, 0), places());
                part.walk.fold(seen, out, image * window.imageLength());
            }
        });
    }

    /** Writes the gradient by the weights: for each row of the window its own product, so that the number of threads does not show. */
    void byWeights(INDArray input, INDArray gradient, INDArray result) {
        FloatBuffer in = Raw.floats(input);
        FloatBuffer above = Raw.floats(gradient);
        int width = window.kernel().width();
        int rows = width * window.channels();
        team.run(thread -> {
            Part part = parts[thread];
            FloatBuffer seen = Raw.floats(part.columns);
            for (int image = 0; image < images && thread < window.kernel().height(); image++) {
                part.gaps.putIn(above, output(image));
                for (int row = thread; row < window.kernel().height(); row += team.size()) {
                    part.walk.unfold(in, image * window.imageLength(), seen, row * width, (row + 1) * width);
                    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, filters, places(), 1, at(part.columns, 0), places(),
                            at(part.planes, 0), places(), image == 0 ? 0 : 1, at(result, (long) row * rows * filters), filters);
                }
            }
        });
    }

    private static FloatPointer at(INDArray array, long offset) {
        return new FloatPointer(Raw.bytes(array)).getPointer(offset);
    }
}
