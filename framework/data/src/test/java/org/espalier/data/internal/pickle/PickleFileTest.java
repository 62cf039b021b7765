package org.espalier.data.internal.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PickleFileTest {
    @TempDir
    Path folder;

    @Test
    void readsArrays() throws IOException {
        PickleFile file = read(new PickleWriter().array(new int[] {2, 2}, 5, -1, 70000, 0));
        assertArrayEquals(new int[] {5, -1, 70000, 0}, file.array().integers());
        assertArrayEquals(new int[] {2, 2}, file.array().shape());
    }

    @Test
    void readsSparseMatrices() throws IOException {
        PickleFile file = read(new PickleWriter().matrix(2, 3, new int[] {0, 2, 3}, new int[] {2, 0, 1}, new int[] {7, 8, 9}));
        assertArrayEquals(new int[] {0, 2, 1}, file.matrix().matrix(Double::sum).columns());
        assertArrayEquals(new double[] {8, 7, 9}, file.matrix().matrix(Double::sum).values());
    }

    @Test
    void readsNeighbourLists() throws IOException {
        assertEquals(Map.of(0, List.of(1, 1), 1, List.of()), read(new PickleWriter().neighbours(new int[][] {{1, 1}, {}})).neighbours());
    }

    @Test
    void refusesOtherGlobalsByName() {
        assertProblem(new PickleWriter().global("os", "system").string("true").op(0x85, 'R'),
                "p, byte 2: the pickle asks for 'os.system', which graph data do not need; it is refused");
    }

    @Test
    void refusesToCallWhatOnlyStandsForAType() {
        assertProblem(new PickleWriter().global("__builtin__", "list").op(')', 'R'), "p, byte 21: LIST is called, which arrays and matrices do not do");
    }

    @Test
    void refusesOtherOpcodesByName() {
        assertProblem(new PickleWriter().op('i'), "p, byte 2: pickle opcode 'i' is not one that graph data need; it is refused");
        assertProblem(new PickleWriter().op(0x95), "p, byte 2: pickle opcode '0x95' is not one that graph data need; it is refused");
    }

    @Test
    void refusesNewerProtocols() {
        assertProblem(new PickleWriter().op(0x80, 4), "p, byte 2: pickle protocol 4; up to 2 is read");
    }

    @Test
    void namesTheByteAtWhichItIsTruncated() throws IOException {
        byte[] whole = new PickleWriter().array(new int[] {2}, 5, 6).bytes();
        Path file = Files.write(folder.resolve("p"), Arrays.copyOf(whole, whole.length - 5));
        String message = assertThrows(DataException.class, () -> PickleFile.read(file)).getMessage();
        assertEquals("p, byte " + (whole.length - 5) + ": the pickle is truncated: at byte " + (whole.length - 10) + " it announces 8 more bytes", message);
    }

    @Test
    void refusesNegativeLengths() {
        assertProblem(new PickleWriter().op('T', 0xff, 0xff, 0xff, 0xff), "p, byte 8: the pickle is truncated: at byte 7 it announces 4294967295 more bytes");
    }

    @Test
    void refusesOpcodesThatDoNotFit() {
        assertProblem(new PickleWriter().op('N', 'b'), "p, byte 3: opcode 'b' does not fit what stands before it");
        assertProblem(new PickleWriter().op('N', 't'), "p, byte 3: opcode 't' does not fit what stands before it");
        assertProblem(new PickleWriter().op('h', 3), "p, byte 2: the pickle refers to value 3, which it has not made");
    }

    @Test
    void refusesContentOfAnotherKind() throws IOException {
        PickleFile file = read(new PickleWriter().number(3));
        assertEquals("p: the pickle does not hold an array", assertThrows(DataException.class, file::array).getMessage());
        assertEquals("p: the pickle does not hold a map from nodes to their neighbours", assertThrows(DataException.class, file::neighbours).getMessage());
    }

    private void assertProblem(PickleWriter pickle, String expected) {
        assertEquals(expected, assertThrows(DataException.class, () -> read(pickle)).getMessage());
    }

    private PickleFile read(PickleWriter pickle) throws IOException {
        return PickleFile.read(pickle.write(folder.resolve("p")));
    }
}
