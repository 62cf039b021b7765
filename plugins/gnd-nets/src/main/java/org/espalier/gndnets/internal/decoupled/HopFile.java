package org.espalier.gndnets.internal.decoupled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.espalier.api.error.DataException;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefact;
import org.espalier.data.graph.GraphData;

/** Diffused features in a file that is mapped into memory: the operating system holds of it what fits. */
public final class HopFile {
    private static final int SEGMENT_BYTES = 1 << 30;

    private final HopLayout layout;
    private final int nodesPerSegment;
    private final List<FloatBuffer> segments = new ArrayList<>();

    private HopFile(FileChannel channel, HopLayout layout) throws IOException {
        this.layout = layout;
        this.nodesPerSegment = Math.max(1, SEGMENT_BYTES / layout.row());
        for (int from = 0; from < layout.nodes(); from += nodesPerSegment) {
            long bytes = (long) Math.min(nodesPerSegment, layout.nodes() - from) * layout.row();
            segments.add(channel.map(MapMode.READ_ONLY, HopLayout.HEADER + (long) from * layout.row(), bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
        }
    }

    /**
     * Opens what {@link HopTrainer} saved.
     *
     * @throws DataException if it is something else, or incomplete
     */
    public static HopFile open(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer header = ByteBuffer.allocate(HopLayout.HEADER);
            channel.read(header);
            HopLayout layout = HopLayout.read(header.flip());
            if (layout == null || layout.bytes() != channel.size()) {
                throw new DataException(file + ": " + (layout == null ? "does not hold diffused features" : "has " + channel.size() + " bytes where its header tells of " + layout.bytes())
                        + "; name an artefact " + HopTrainer.HOPS + " of a stage with trainer gndnets.diffuse");
            }
            return new HopFile(channel, layout);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the diffused features in " + file, e);
        }
    }

    /**
     * Opens what an earlier stage saved for this graph.
     *
     * @throws InputException if it is of another graph
     */
    public static HopFile of(Artefact artefact, GraphData data) {
        HopFile opened = open(artefact.path());
        if (opened.nodes() != data.nodes() || opened.width() != data.features().cols()) {
            throw new InputException("The diffused features of stage '" + artefact.stage() + "' are of " + opened.nodes() + " nodes with " + opened.width() + " features, but '" + data.name()
                    + "' has " + data.nodes() + " with " + data.features().cols() + "; give both stages the same dataset");
        }
        return opened;
    }

    /** N. */
    public int nodes() {
        return layout.nodes();
    }

    /** K. */
    public int hops() {
        return layout.hops();
    }

    /** D. */
    public int width() {
        return layout.width();
    }

    /** What some nodes hold, hop by hop: [K, nodes * D]. */
    public float[] read(int[] nodes) {
        float[] values = new float[layout.hops() * nodes.length * layout.width()];
        for (int i = 0; i < nodes.length; i++) {
            FloatBuffer segment = segments.get(nodes[i] / nodesPerSegment);
            int start = nodes[i] % nodesPerSegment * layout.hops() * layout.width();
            for (int k = 0; k < layout.hops(); k++) {
                segment.get(start + k * layout.width(), values, (k * nodes.length + i) * layout.width(), layout.width());
            }
        }
        return values;
    }
}
