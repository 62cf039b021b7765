package org.espalier.compute.internal.kernel;

import java.util.Arrays;

import org.espalier.compute.internal.memory.Raw;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sparse products and the sums that go with them, in double precision. */
final class DoubleRows implements RowAlgebra<double[]> {
    /** Inner products are summed in this many lanes side by side, which the JVM turns into vector instructions. */
    private static final int LANES = 512;

    private final SparseRows rows;
    private final double[] values;
    private final Entries<double[]> all;
    private final DoubleRowProduct product;
    private final int width;
    private final double[] lanes = new double[LANES];

    /** @param width columns of the dense matrix */
    DoubleRows(SparseRows rows, int width) {
        this.rows = rows;
        this.values = rows.values();
        this.all = rows.entries(values);
        this.product = new DoubleRowProduct(width);
        this.width = width;
    }

    @Override
    public Entries<double[]> entries() {
        return all;
    }

    @Override
    public Entries<double[]> room() {
        return rows.room(new double[values.length]);
    }

    @Override
    public double[] array(Scratch scratch, int slot, int length) {
        return scratch.doubles(slot, length + DoubleRowProduct.BLOCK);
    }

    @Override
    public Memory<double[]> memory(INDArray array) {
        return new DoubleMemory(Raw.doubles(array));
    }

    @Override
    public void keep(int part, long iteration, Entries<double[]> kept) {
        rows.keep(part, iteration, values, kept);
    }

    @Override
    public void multiply(int part, Entries<double[]> entries, double[] dense, double[] result) {
        product.multiply(rows.from(part), rows.to(part), entries, dense, result);
    }

    @Override
    public void clear(int part, double[] matrix) {
        Arrays.fill(matrix, rows.from(part) * width, rows.to(part) * width, 0);
    }

    @Override
    public void addScaled(int part, double[] from, double factor, double[] to) {
        double a = factor;
        int end = rows.to(part) * width;
        for (int i = rows.from(part) * width; i < end; i++) {
            to[i] += a * from[i];
        }
    }

    @Override
    public void addRows(double[] from, int[] places, double[] to) {
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < width; column++) {
                to[places[row] * width + column] += from[row * width + column];
            }
        }
    }

    @Override
    public double product(double[] a, double[] b, int size) {
        Arrays.fill(lanes, 0);
        for (int from = 0; from < size; from += LANES) {
            addProducts(a, b, from, Math.min(LANES, size - from));
        }
        double sum = 0;
        for (double lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private void addProducts(double[] a, double[] b, int from, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] += a[from + i] * b[from + i];
        }
    }
}
