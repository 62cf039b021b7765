package org.espalier.data.numpy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.espalier.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersIntegersAndStrings() throws IOException {
        byte[] names = "ab\n\0c\0\0\0".getBytes(Charset.forName("UTF-32LE"));
        Path file = new NpzWriter().ints("i", 3, -1).floats("f", 0.5, 2).array("s", "<U4", false, "(2,)", names).array("b", "|i1", false, "(2,)", new byte[] {-1, 7})
                .array("l", "<i8", false, "()", new byte[] {9, 0, 0, 0, 0, 0, 0, 0}).write(folder.resolve("a.npz"));
        try (NpzFile npz = new NpzFile(file)) {
            assertEquals(List.of("b", "f", "i", "l", "s"), npz.keys());
            assertArrayEquals(new int[] {3, -1}, npz.array("i").integers());
            assertArrayEquals(new double[] {0.5, 2}, npz.array("f").numbers());
            assertEquals(List.of("ab", "c"), npz.array("s").strings());
            assertArrayEquals(new int[] {-1, 7}, npz.array("b").integers());
            assertArrayEquals(new int[] {9}, npz.array("l").integers());
        }
    }

    @Test
    void namesArraysWhenOneIsMissing() {
        assertProblem(new NpzWriter().ints("i", 3), "j", "a.npz: no array 'j'; there are i");
    }

    @Test
    void refusesObjectsWhereNumbersAreNeeded() {
        assertProblem(new NpzWriter().array("o", "|O", false, "()", new byte[] {'N', '.'}), "o", "a.npz, o: elements of type '|O' where little-endian numbers are needed");
    }

    @Test
    void refusesFortranOrder() {
        assertProblem(new NpzWriter().array("o", "|i1", true, "(1, 2)", new byte[2]), "o", "a.npz, o: the array is in Fortran order; save it with numpy.ascontiguousarray");
    }

    @Test
    void refusesOtherByteOrder() {
        assertProblem(new NpzWriter().array("o", ">i4", false, "(1,)", new byte[4]), "o", "a.npz, o: elements of type '>i4' where little-endian numbers are needed");
    }

    @Test
    void refusesTooFewBytes() {
        assertProblem(new NpzWriter().array("o", "<f8", false, "(2, 3)", new byte[40]), "o", "a.npz, o: 40 bytes of data do not make shape [2, 3] of type '<f8'");
    }

    @Test
    void refusesShapesThatNoMemoryHolds() {
        assertProblem(new NpzWriter().array("o", "<f8", false, "(2147483647, 2147483647)", new byte[8]), "o",
                "a.npz, o: 8 bytes of data do not make shape [2147483647, 2147483647] of type '<f8'");
    }

    @Test
    void refusesIntegersOfMoreThan32Bits() throws IOException {
        Path file = new NpzWriter().array("o", "<i8", false, "(1,)", new byte[] {0, 0, 0, 0, 1, 0, 0, 0}).write(folder.resolve("a.npz"));
        try (NpzFile npz = new NpzFile(file)) {
            assertEquals("a.npz, o: element 0 is 4294967296, more than 32 bits hold", assertThrows(DataException.class, () -> npz.array("o").integers()).getMessage());
        }
    }

    @Test
    void refusesWhatIsNoArrayFile() {
        assertProblem(new NpzWriter().bytes("o", new byte[] {1, 2, 3}), "o", "a.npz, o, byte 0: not a NumPy array file: the magic word is missing");
        assertProblem(new NpzWriter().bytes("o", NpzWriter.npy("{'descr': [('x', '<f4')]}", new byte[0])), "o",
                "a.npz, o, byte 10: the header is not that of a plain array: {'descr': [('x', '<f4')]}");
        assertProblem(new NpzWriter().bytes("o", Arrays.copyOf(NpzWriter.npy("{'descr': '<f4'}", new byte[0]), 20)), "o",
                "a.npz, o, byte 20: the file ends within the header of 16 bytes");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path whole = new NpzWriter().ints("i", 3).write(folder.resolve("b.npz"));
        Path cut = Files.write(folder.resolve("a.npz"), Arrays.copyOf(Files.readAllBytes(whole), 60));
        String message = assertThrows(DataException.class, () -> new NpzFile(cut).close()).getMessage();
        assertTrue(message.startsWith("a.npz: truncated, or not an npz file"), message);
    }

    @Test
    void refusesDamagedBytes() throws IOException {
        Path file = new NpzWriter().ints("i", 3).write(folder.resolve("a.npz"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[60] ^= 0x10;
        Files.write(file, bytes);
        try (NpzFile npz = new NpzFile(file)) {
            String message = assertThrows(DataException.class, () -> npz.array("i")).getMessage();
            assertTrue(message.startsWith("a.npz: array 'i' is damaged"), message);
        }
    }

    private void assertProblem(NpzWriter content, String key, String expected) {
        String message = assertThrows(DataException.class, () -> {
            try (NpzFile npz = new NpzFile(content.write(folder.resolve("a.npz")))) {
                npz.array(key).numbers();
            }
        }).getMessage();
        assertEquals(expected, message);
    }
}
