package org.espalier.compute.internal.kernel;

import java.util.List;
import java.util.Optional;

import org.espalier.compute.internal.memory.NativeMemory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;

/** How fast matrix products are on a lease's threads. */
public final class ProductRate {
    private static final int SIZE = 512;
    private static final int TRIES = 12;

    private ProductRate() {
    }

    /** Multiply-adds a second of a product of large matrices, in double precision if of that type, otherwise in single: the best of some. Takes some 50 to 100 ms. */
    public static double measured(Team team, DataType of) {
        DataType type = of == DataType.DOUBLE ? of : DataType.FLOAT;
        try (NativeMemory memory = new NativeMemory()) {
            INDArray a = memory.array(type, SIZE, SIZE).assign(0.5);
            INDArray c = memory.array(type, SIZE, SIZE);
            Optional<Kernel> product = new MatmulKernels(team).create(new Site(new Mmul(a, a), "product", List.of(a, a), List.of(c)));
            long best = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                product.orElseThrow().run(0);
                best = Math.min(best, System.nanoTime() - start);
            }
            return 1e9 * SIZE * SIZE * SIZE / best;
        }
    }
}
