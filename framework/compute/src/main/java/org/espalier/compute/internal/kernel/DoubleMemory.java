package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;

/** Memory of type double. */
record DoubleMemory(DoubleBuffer buffer) implements Memory<double[]> {

    @Override
    public int size() {
        return buffer.capacity();
    }

    @Override
    public double get(int index) {
        return buffer.get(index);
    }

    @Override
    public void put(int index, double value) {
        buffer.put(index, value);
    }

    @Override
    public void read(int from, double[] to, int at, int count) {
        buffer.get(from, to, at, count);
    }

    @Override
    public void write(int from, double[] values, int at, int count) {
        buffer.put(from, values, at, count);
    }
}
