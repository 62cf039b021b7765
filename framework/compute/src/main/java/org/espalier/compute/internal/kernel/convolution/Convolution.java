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
    private final INDArray[] columns;
    private final Columns[] walks;

    Convolution(Window window, int filters, int images, NativeMemory memory, Team team) {
        this.window = window;
        this.filters = filters;
        this.images = images;
        this.team = team;
        this.columns = new INDArray[team.size()];
        this.walks = new Columns[team.size()];
        for (int thread = 0; thread < team.size(); thread++) {
            columns[thread] = memory.array(DataType.FLOAT, window.rows(), window.places().area());
            walks[thread] = new Columns(window);
        }
    }

    private int places() {
        return window.places().area();
    }

    /** Writes the output without bias. */
    void forward(INDArray input, INDArray weights, INDArray output) {
        FloatBuffer in = Raw.floats(input);
        team.run(part -> {
            FloatBuffer seen = Raw.floats(columns[part]);
            for (int image = part; image < images; image += team.size()) {
                walks[part].unfold(in, image * window.imageLength(), seen, 0, window.kernel().area());
                cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, filters, places(), window.rows(), 1, at(weights, 0), filters,
                        at(columns[part], 0), places(), 0, at(output, (long) image * filters * places()), places());
            }
        });
    }

    /** Writes the gradient by the input. */
    void byInput(INDArray gradient, INDArray weights, INDArray result) {
        FloatBuffer out = Raw.floats(result);
        team.run(part -> {
            FloatBuffer seen = Raw.floats(columns[part]);
            for (int image = part; image < images; image += team.size()) {
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, window.rows(), places(), filters, 1, at(weights, 0), filters,
                        at(gradient, (long) image * filters * places()), places(), 0, at(columns[part], 0), places());
                walks[part].fold(seen, out, image * window.imageLength());
            }
        });
    }

    /** Writes the gradient by the weights: for each row of the window its own product, so that the number of threads does not show. */
    void byWeights(INDArray input, INDArray gradient, INDArray result) {
        FloatBuffer in = Raw.floats(input);
        int width = window.kernel().width();
        int rows = width * window.channels();
        team.run(part -> {
            FloatBuffer seen = Raw.floats(columns[part]);
            for (int row = part; row < window.kernel().height(); row += team.size()) {
                for (int image = 0; image < images; image++) {
                    walks[part].unfold(in, image * window.imageLength(), seen, row * width, (row + 1) * width);
                    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, filters, places(), 1, at(columns[part], 0), places(),
                            at(gradient, (long) image * filters * places()), places(), image == 0 ? 0 : 1, at(result, (long) row * rows * filters), filters);
                }
            }
        });
    }

    private static FloatPointer at(INDArray array, long offset) {
        return new FloatPointer(Raw.bytes(array)).getPointer(offset);
    }
}
