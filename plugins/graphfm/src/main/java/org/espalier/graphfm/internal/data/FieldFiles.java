package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.FieldReader;

/**
 * The files of a data set.
 *
 * @param name   of the data set
 * @param rows   files that hold rows, in order
 * @param tables files that cells of these rows are looked up in
 */
record FieldFiles(String name, List<DataFile> rows, List<DataFile> tables) {

    /** A user's own files. */
    static FieldFiles own(String name, String... files) {
        return new FieldFiles(name, Stream.of(files).map(FieldFiles::text).toList(), List.of());
    }

    /** Files that are published at an address, nothing looked up in others. */
    static FieldFiles published(String name, String source, String... files) {
        return new FieldFiles(name, Stream.of(files).map(file -> text(file).source(source)).toList(), List.of());
    }

    /** A text, plain or gzipped. */
    static DataFile text(String file) {
        return DataFile.external(file).plainOrGzipped();
    }

    /** All files. */
    List<DataFile> all() {
        List<DataFile> all = new ArrayList<>(rows);
        all.addAll(tables);
        return all;
    }

    /** The first file with rows. */
    Path first(DataAccess access) throws IOException {
        return access.path(rows.get(0));
    }

    /** Reads the rows. */
    FieldData read(FieldReader reader, DataAccess access) throws IOException {
        List<Path> paths = paths(access);
        List<String> fingerprints = new ArrayList<>();
        for (DataFile file : all()) {
            fingerprints.add(access.sha256(file));
        }
        return reader.read(name, paths, fingerprints, access.cache(), access::note, access::progress);
    }

    private List<Path> paths(DataAccess access) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (DataFile file : rows) {
            paths.add(access.path(file));
        }
        return paths;
    }

    /** Encoding all rows from the text, as is done the first time. */
    Benchmark.Case encoding(FieldReader reader, DataAccess access) {
        try {
            int size = read(reader, access).rows().size();
            List<Path> paths = paths(access);
            Path folder = access.cache();
            return new Benchmark.Case("encode", size, "rows", () -> encode(reader, paths, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void encode(FieldReader reader, List<Path> paths, Path folder) {
        try {
            Path scratch = Files.createTempDirectory(folder, "bench");
            reader.read(name, paths, List.of(), scratch, remark -> { });
            try (Stream<Path> made = Files.list(scratch)) {
                for (Path file : made.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
