package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;

/** Memory of type float. */
record FloatMemory(FloatBuffer buffer) implements Memory<float[]> {

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
        buffer.put(index, (float) value);
    }

    @Override
    public void read(int from, float[] to, int at, int count) {
        buffer.get(from, to, at, count);
    }

    @Override
    public void write(int from, float[] values, int at, int count) {
        buffer.put(from, values, at, count);
    }
}
