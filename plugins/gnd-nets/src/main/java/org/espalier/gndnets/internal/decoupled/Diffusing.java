package org.espalier.gndnets.internal.decoupled;

import java.io.IOException;
import java.util.Map;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.Program;
import org.espalier.api.compute.ProgramRequest;
import org.espalier.api.compute.op.SparseMatmul;
import org.espalier.api.compute.op.SparseOperand;
import org.espalier.api.run.Progress;
import org.espalier.api.tensor.CsrMatrix;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Products with P on a device, again and again. */
final class Diffusing {
    private static final String BEFORE = "before";

    private final Lease lease;
    private final Progress progress;
    private final SparseOperand transition;
    private final int hops;
    private final ColumnBlocks blocks;
    private int done;

    Diffusing(Lease lease, Progress progress, CsrMatrix transition, int hops, ColumnBlocks blocks) {
        this.lease = lease;
        this.progress = progress;
        this.transition = SparseOperand.of(transition);
        this.hops = hops;
        this.blocks = blocks;
    }

    /** Appends P X, P^2 X … of each block of columns. */
    void run(CsrMatrix features, HopScratch scratch) throws IOException {
        for (int block = 0; block < blocks.count(); block++) {
            int width = blocks.width(block);
            SameDiff graph = SameDiff.create();
            SDVariable product = SparseMatmul.of(transition, graph.placeHolder(BEFORE, DataType.FLOAT, features.rows(), width));
            try (Program program = lease.compile(ProgramRequest.inference(lease.parameters(Map.of()), product))) {
                try (INDArray start = Nd4j.createFromArray(blocks.dense(features, block)).reshape(features.rows(), width)) {
                    program.feed(BEFORE, start);
                }
                spread(program, product.name(), scratch);
            }
        }
    }

    private void spread(Program program, String product, HopScratch scratch) throws IOException {
        for (int k = 1; k <= hops; k++) {
            progress.check();
            long begin = System.nanoTime();
            program.run();
            INDArray after = program.output(product);
            scratch.append(after.data().asNioFloat());
            program.feed(BEFORE, after);
            progress.epoch(++done, blocks.count() * hops, Map.of("seconds", (System.nanoTime() - begin) / 1e9));
        }
    }
}
