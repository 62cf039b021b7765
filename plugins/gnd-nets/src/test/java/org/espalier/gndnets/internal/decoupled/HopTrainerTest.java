package org.espalier.gndnets.internal.decoupled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.espalier.api.compute.Lease;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.DataException;
import org.espalier.api.run.Artefact;
import org.espalier.api.tensor.CsrMatrix;
import org.espalier.api.trainer.Trained;
import org.espalier.data.graph.GraphData;
import org.espalier.data.graph.GraphMatrices;
import org.espalier.gndnets.internal.model.Rings;
import org.espalier.testkit.fixture.Computes;
import org.espalier.testkit.fixture.FolderArtefacts;
import org.espalier.testkit.fixture.RecordingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HopTrainerTest {
    private static final int HOPS = 3;

    @TempDir
    private Path folder;

    @Test
    void savesEveryPowerOfEveryNode() throws Exception {
        GraphData data = Rings.data();
        RecordingProgress progress = new RecordingProgress();
        HopFile file = HopFile.open(diffuse(data, progress).path());
        int[] nodes = {4, 0, 11};
        float[] actual = file.read(nodes);
        double[] power = dense(GraphMatrices.rowNormalised(data.features()));
        int width = data.features().cols();
        for (int k = 0; k < HOPS; k++) {
            power = product(GraphMatrices.transition(data.adjacency()), power, width);
            for (int i = 0; i < nodes.length; i++) {
                for (int c = 0; c < width; c++) {
                    assertEquals(power[nodes[i] * width + c], actual[(k * nodes.length + i) * width + c], 1e-6);
                }
            }
        }
    }

    @Test
    void predictsNothing() throws Exception {
        assertEquals(0, trained(Rings.data(), new RecordingProgress(), new FolderArtefacts("diffuse", folder)).predict(Part.TEST).size());
    }

    @Test
    void blocksOfColumnsComeTogetherAgain() throws IOException {
        ColumnBlocks blocks = new ColumnBlocks(5, 2);
        Path file = folder.resolve("hops.bin");
        HopLayout layout = new HopLayout(2, 3, 5);
        try (HopScratch scratch = new HopScratch(2, 3, blocks); var out = Files.newOutputStream(file)) {
            for (int block = 0; block < blocks.count(); block++) {
                for (int hop = 0; hop < 3; hop++) {
                    float[] numbers = new float[2 * blocks.width(block)];
                    for (int i = 0; i < numbers.length; i++) {
                        numbers[i] = 100 * (i / blocks.width(block)) + 10 * hop + blocks.start(block) + i % blocks.width(block);
                    }
                    scratch.append(FloatBuffer.wrap(numbers));
                }
            }
            layout.writeTo(out);
            scratch.writeTo(out, () -> { });
        }
        float[] expected = {100, 101, 102, 103, 104, 110, 111, 112, 113, 114, 120, 121, 122, 123, 124};
        assertArrayEquals(expected, HopFile.open(file).read(new int[] {1}));
    }

    @Test
    void largeGraphsAreWorkedOnInBlocks() {
        ColumnBlocks blocks = ColumnBlocks.of(1_000_000, 100);
        assertEquals(4, blocks.count());
        assertEquals(25, blocks.widest());
        assertEquals(1, ColumnBlocks.of(100, 1433).count());
    }

    @Test
    void refusesATruncatedFile() throws Exception {
        Path file = diffuse(Rings.data(), new RecordingProgress()).path();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        DataException wrong = assertThrows(DataException.class, () -> HopFile.open(file));
        assertTrue(wrong.getMessage().contains("has " + (bytes.length - 4) + " bytes where its header tells of " + bytes.length), wrong.getMessage());
    }

    @Test
    void refusesAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("weights.safetensors"), "something else");
        assertTrue(assertThrows(DataException.class, () -> HopFile.open(file)).getMessage().contains("does not hold diffused features"));
    }

    private Artefact diffuse(GraphData data, RecordingProgress progress) throws Exception {
        FolderArtefacts artefacts = new FolderArtefacts("diffuse", folder);
        trained(data, progress, artefacts);
        return artefacts.saved(HopTrainer.HOPS);
    }

    private static Trained trained(GraphData data, RecordingProgress progress, FolderArtefacts artefacts) throws Exception {
        try (Lease lease = Computes.lease("hops")) {
            return lease.call(() -> new HopTrainer(lease, progress, artefacts).train(new HopModel(new HopModel.Parameters(HOPS)), data));
        }
    }

    private static double[] dense(CsrMatrix matrix) {
        double[] dense = new double[matrix.rows() * matrix.cols()];
        for (int r = 0; r < matrix.rows(); r++) {
            for (int e = matrix.rowStart()[r]; e < matrix.rowStart()[r + 1]; e++) {
                dense[r * matrix.cols() + matrix.columns()[e]] = matrix.values()[e];
            }
        }
        return dense;
    }

    private static double[] product(CsrMatrix sparse, double[] dense, int width) {
        double[] product = new double[sparse.rows() * width];
        for (int r = 0; r < sparse.rows(); r++) {
            for (int e = sparse.rowStart()[r]; e < sparse.rowStart()[r + 1]; e++) {
                for (int c = 0; c < width; c++) {
                    product[r * width + c] += sparse.values()[e] * dense[sparse.columns()[e] * width + c];
                }
            }
        }
        return product;
    }
}
