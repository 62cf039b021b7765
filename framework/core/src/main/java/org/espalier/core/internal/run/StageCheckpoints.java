package org.espalier.core.internal.run;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.espalier.api.run.Artefacts.Content;
import org.espalier.api.run.Checkpoints;
import org.espalier.core.internal.store.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One checkpoint file per stage and trial: magic, epoch, length, checksum, state. A file that does not check is as good as none. */
final class StageCheckpoints implements Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(StageCheckpoints.class);
    private static final int MAGIC = 0x45535031;
    /** At most so much work is lost by a kill. */
    private static final long INTERVAL_NANOSECONDS = 30_000_000_000L;

    private final RunFolder folder;
    private final String file;
    private final StopSignal signal;
    private long last = System.nanoTime();

    StageCheckpoints(RunFolder folder, String trial, String stage, StopSignal signal) {
        this.folder = folder;
        this.file = "checkpoints/" + trial + "/" + stage + ".ckpt";
        this.signal = signal;
    }

    @Override
    public boolean due() {
        return signal.stopping() || System.nanoTime() - last > INTERVAL_NANOSECONDS;
    }

    @Override
    public void save(int epoch, Content state) {
        byte[] bytes = bytes(state);
        folder.file(file, out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(MAGIC);
            data.writeInt(epoch);
            data.writeInt(bytes.length);
            data.writeLong(checksum(bytes));
            data.write(bytes);
            data.flush();
        });
        last = System.nanoTime();
    }

    private static byte[] bytes(Content state) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            state.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The trainer cannot write its state", e);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    @Override
    public Optional<Checkpoint> latest() {
        Path path = folder.path().resolve(file);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (DataInputStream data = new DataInputStream(Files.newInputStream(path))) {
            int magic = data.readInt();
            int epoch = data.readInt();
            int length = data.readInt();
            long checksum = data.readLong();
            byte[] bytes = data.readAllBytes();
            if (magic == MAGIC && bytes.length == length && checksum(bytes) == checksum) {
                return Optional.of(new Checkpoint(epoch, bytes));
            }
            LOG.warn("Checkpoint {} is damaged; the stage starts anew", path);
        } catch (IOException e) {
            LOG.warn("Checkpoint {} cannot be read ({}); the stage starts anew", path, e.getMessage());
        }
        return Optional.empty();
    }

    /** A finished stage needs its checkpoint no more. */
    void discard() {
        try {
            Files.deleteIfExists(folder.path().resolve(file));
        } catch (IOException e) {
            LOG.warn("Cannot delete checkpoint {}: {}", file, e.getMessage());
        }
    }
}
