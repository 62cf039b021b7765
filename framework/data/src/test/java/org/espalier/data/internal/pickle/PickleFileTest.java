package org.espalier.data.internal.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.api.tensor.CsrMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertProblem(new PickleWriter().op(0x8f), "p, byte 2: pickle opcode '0x8f' is not one that graph data need; it is refused");
    }

    @Test
    void refusesNewerProtocols() {
        assertProblem(new PickleWriter().op(0x80, 5), "p, byte 2: pickle protocol 5; up to 4 is read: write it with pickle.dump(..., protocol=4)");
    }

    /** Files that Python 3 wrote, with NumPy 1.24 and SciPy 1.10. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void readsWhatPython3Writes(int protocol) throws Exception {
        CsrMatrix matrix = written("matrix", protocol).matrix().matrix(Double::sum);
        assertArrayEquals(new int[] {0, 1, 1, 2, 3}, matrix.rowStart());
        assertArrayEquals(new int[] {2, 0, 1}, matrix.columns());
        assertArrayEquals(new double[] {200.5, -1, 3}, matrix.values());
        assertArrayEquals(new int[] {1, 0, 0, 0, 0, 1}, written("array", protocol).array().integers());
        assertEquals(Map.of(0, List.of(1, 2, 2), 1, List.of(0), 2, List.of(0, 0, 300), 300, List.of()), written("graph", protocol).neighbours());
    }

    private static PickleFile written(String what, int protocol) throws Exception {
        return PickleFile.read(Path.of(PickleFileTest.class.getResource("/pickle/" + what + ".protocol" + protocol).toURI()));
    }

    @Test
    void knowsTheNamesOfOlderAndNewerLibraries() throws IOException {
        String older = new String(new PickleWriter().matrix(1, 2, new int[] {0, 1}, new int[] {1}, new int[] {7}).op('.').bytes(), StandardCharsets.ISO_8859_1);
        String newer = older.replace("numpy.core.multiarray", "numpy._core.multiarray").replace("scipy.sparse.csr", "scipy.sparse._csr");
        Path file = Files.write(folder.resolve("p"), newer.getBytes(StandardCharsets.ISO_8859_1));
        assertArrayEquals(new double[] {7}, PickleFile.read(file).matrix().matrix(Double::sum).values());
    }

    @Test
    void refusesGlobalsNamedOnTheStackToo() {
        assertProblem(new PickleWriter().string("posix").string("system").op(0x93), "p, byte 23: the pickle asks for 'posix.system', which graph data do not need; it is refused");
        assertProblem(new PickleWriter().number(1).number(2).op(0x93), "p, byte 12: opcode '0x93' does not fit what stands before it");
    }

    @Test
    void refusesOtherEncodings() {
        assertProblem(new PickleWriter().global("_codecs", "encode").string("a").string("utf-8").op(0x86, 'R'),
                "p, byte 35: the pickle encodes a text as 'utf-8', where bytes of arrays are written as latin1");
    }

    @Test
    void namesTheBytesThatLongLengthsLack() {
        assertProblem(new PickleWriter().op(0x8e, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f), "p, byte 12: the pickle is truncated: at byte 11 it announces 9223372036854775807 more bytes");
    }

    @Test
    void refusesAMatrixWithoutContent() throws IOException {
        PickleFile file = read(new PickleWriter().global("scipy.sparse.csr", "csr_matrix").op(')', 0x81));
        assertEquals("p: the pickle names a sparse matrix, but not its shape, row offsets, columns and values", assertThrows(DataException.class, file::matrix).getMessage());
    }

    @Test
    void refusesMatricesOfImpossibleSize() throws IOException {
        assertSizeRefused(-1, 3);
        assertSizeRefused(2, -1);
        assertSizeRefused(1, Integer.MAX_VALUE);
    }

    private void assertSizeRefused(int rows, int cols) throws IOException {
        PickleFile file = read(new PickleWriter().matrix(rows, cols, new int[] {0, 0}, new int[0], new int[0]));
        DataException refused = assertThrows(DataException.class, () -> file.matrix().matrix(Double::sum));
        assertEquals("p: a matrix of " + rows + " x " + cols + "; read are 0 to 100000000 rows and columns", refused.getMessage());
    }

    @Test
    void refusesArraysOfNegativeSize() throws IOException {
        PickleFile file = read(new PickleWriter().array(new int[] {-1, -2}, 5, 6));
        assertEquals("p: 8 bytes of data do not make shape [-1, -2] of type '<i4'", assertThrows(DataException.class, () -> file.array().integers()).getMessage());
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
