package org.espalier.standard.internal.trainer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.espalier.api.compute.Lease;
import org.espalier.api.compute.OptimizerState;
import org.espalier.api.compute.Parameters;
import org.espalier.api.run.Artefacts;

/** All that changes while training, and so all that a checkpoint must hold to go on bit for bit. Random state is not part of it: every draw follows from epoch and step. */
final class TrainingState {
    private static final int FORMAT = 2;

    private final Parameters current;
    private final Parameters best;
    private final OptimizerState optimizer;
    private final EarlyStopping stopping;
    private int epochsDone;
    private int stepsDone;
    private int looksDone;
    private double lossSum;

    TrainingState(Lease lease, Steps steps, EarlyStopping stopping) {
        this.current = steps.parameters();
        this.best = lease.parameters(current.arrays());
        this.optimizer = steps.optimizer();
        this.stopping = stopping;
    }

    int epochsDone() {
        return epochsDone;
    }

    /** Steps done of the epoch after {@link #epochsDone()}. */
    int stepsDone() {
        return stepsDone;
    }

    /** Looks at the validation part done in the epoch after {@link #epochsDone()}. */
    int looksDone() {
        return looksDone;
    }

    void lookDone() {
        looksDone++;
    }

    void stepDone(double loss) {
        stepsDone++;
        lossSum += loss;
    }

    /** Mean loss of the steps done in this epoch. */
    double meanLoss() {
        return lossSum / stepsDone;
    }

    void epochDone() {
        epochsDone++;
        stepsDone = 0;
        looksDone = 0;
        lossSum = 0;
    }

    void keepCurrent() {
        best.restore(current.arrays());
    }

    void restoreBest() {
        current.restore(best.arrays());
    }

    void writeTo(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(FORMAT);
        out.writeInt(epochsDone);
        out.writeInt(stepsDone);
        out.writeInt(looksDone);
        out.writeDouble(lossSum);
        stopping.writeTo(out);
        writeBlock(out, current::writeTo);
        writeBlock(out, best::writeTo);
        writeBlock(out, optimizer::writeTo);
        out.flush();
    }

    void readFrom(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("it has format " + format + ", this version reads format " + FORMAT);
        }
        epochsDone = in.readInt();
        stepsDone = in.readInt();
        looksDone = in.readInt();
        lossSum = in.readDouble();
        stopping.readFrom(in);
        current.readFrom(readBlock(in));
        best.readFrom(readBlock(in));
        optimizer.readFrom(readBlock(in));
    }

    /** With its length in front, so that a reader that takes all it can get stays within its block. */
    private static void writeBlock(DataOutputStream out, Artefacts.Content content) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        content.writeTo(block);
        out.writeInt(block.size());
        block.writeTo(out);
    }

    private static ByteArrayInputStream readBlock(DataInputStream in) throws IOException {
        byte[] block = new byte[in.readInt()];
        in.readFully(block);
        return new ByteArrayInputStream(block);
    }
}
