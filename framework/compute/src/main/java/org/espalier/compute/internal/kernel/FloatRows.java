package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sparse products and the sums that go with them, in single precision. */
final class FloatRows implements RowAlgebra<float[]> {
    /** Inner products are summed in this many lanes side by side, which the JVM turns into vector instructions. */
    private static final int LANES = 512;

    private final SparseRows rows;
    private final float[] values;
    private final Entries<float[]> all;
    private final FloatRowProduct product;
    private final int width;
    private final float[] lanes = new float[LANES];

    /** @param width columns of the dense matrix */
    FloatRows(SparseRows rows, int width) {
        this.rows = rows;
        this.values = singles(rows.values());
        this.all = rows.entries(values);
        this.product = new FloatRowProduct(width);
        this.width = width;
    }

    @Override
    public Entries<float[]> entries() {
        return all;
    }

    @Override
    public Entries<float[]> room() {
        return rows.room(new float[values.length]);
    }

    @Override
    public float[] array(Scratch scratch, int slot, int length) {
        return scratch.floats(slot, length + FloatRowProduct.BLOCK);
    }

    @Override
    public Memory<float[]> memory(INDArray array) {
        return new FloatMemory(Raw.floats(array));
    }

    @Override
    public void keep(int part, long iteration, Entries<float[]> kept) {
        rows.keep(part, iteration, values, kept);
    }

    @Override
    public void multiply(int part, Entries<float[]> entries, float[] dense, float[] result) {
        product.multiply(rows.from(part), rows.to(part), entries, dense, result);
    }

    @Override
    public void clear(int part, float[] matrix) {
        Arrays.fill(matrix, rows.from(part) * width, rows.to(part) * width, 0);
    }

    @Override
    public void addScaled(int part, float[] from, double factor, float[] to) {
        float a = (float) factor;
        int end = rows.to(part) * width;
        for (int i = rows.from(part) * width; i < end; i++) {
            to[i] += a * from[i];
        }
    }

    @Override
    public void addRows(float[] from, int[] places, float[] to) {
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < width; column++) {
                to[places[row] * width + column] += from[row * width + column];
            }
        }
    }

    @Override
    public double product(float[] a, float[] b, int size) {
        Arrays.fill(lanes, 0);
        for (int from = 0; from < size; from += LANES) {
            addProducts(a, b, from, Math.min(LANES, size - from));
        }
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private void addProducts(float[] a, float[] b, int from, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += a[from + i] * b[from + i];
        }
    }

    private static float[] singles(double[] values) {
        float[] singles = new float[values.length];
        for (int e = 0; e < values.length; e++) {
            singles[e] = (float) values[e];
        }
        return singles;
    }
}
