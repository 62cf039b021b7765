package org.espalier.compute.internal.kernel;

import java.nio.FloatBuffer;

/** Sparse times dense in single precision. */
final class FloatProduct implements Kernel {
    private final SparseRows rows;
    private final FloatRows product;
    private final Team team;
    private final Scratch scratch;
    private final FloatBuffer dense;
    private final FloatBuffer result;
    private final float[] values;
    private final float[] masked;

    FloatProduct(SparseRows rows, int width, Team team, Scratch scratch, FloatBuffer dense, FloatBuffer result) {
        this.rows = rows;
        this.team = team;
        this.scratch = scratch;
        this.dense = dense;
        this.result = result;
        values = FloatRows.values(rows);
        product = new FloatRows(rows, width);
        masked = rows.isMasked() ? new float[values.length] : values;
    }

    @Override
    public void run(long iteration) {
        float[] in = scratch.floats(0, dense.capacity());
        float[] out = scratch.floats(1, result.capacity());
        dense.get(0, in, 0, dense.capacity());
        team.run(part -> {
            if (rows.isMasked()) {
                rows.mask(part, iteration, values, masked);
            }
            for (int row = rows.from(part); row < rows.to(part); row++) {
                product.multiply(row, masked, in, out);
            }
        });
        result.put(0, out, 0, result.capacity());
    }
}
