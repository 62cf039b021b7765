package org.espalier.compute.internal.kernel;

import java.nio.DoubleBuffer;

/** Sparse times dense in double precision. */
final class DoubleProduct implements Kernel {
    private final SparseRows rows;
    private final DoubleRows product;
    private final Team team;
    private final Scratch scratch;
    private final DoubleBuffer dense;
    private final DoubleBuffer result;
    private final double[] values;
    private final double[] masked;

    DoubleProduct(SparseRows rows, int width, Team team, Scratch scratch, DoubleBuffer dense, DoubleBuffer result) {
        this.rows = rows;
        this.team = team;
        this.scratch = scratch;
        this.dense = dense;
        this.result = result;
        values = rows.values();
        product = new DoubleRows(rows, width);
        masked = rows.isMasked() ? new double[values.length] : values;
    }

    @Override
    public void run(long iteration) {
        double[] in = scratch.doubles(0, dense.capacity());
        double[] out = scratch.doubles(1, result.capacity());
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
