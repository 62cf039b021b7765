package org.espalier.graphfm.internal.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.espalier.api.dataset.Dataset;
import org.espalier.data.field.FieldData;
import org.espalier.testkit.fixture.FilesAccess;

/** Loads datasets from a folder of small files, or from the real ones. */
final class Loading {
    private final Path folder;
    private List<String> notes = new ArrayList<>();

    Loading(Path folder) {
        this.folder = folder;
    }

    Loading file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines), StandardCharsets.ISO_8859_1);
        return this;
    }

    /** Replaces a file by the same, gzipped, behind a byte order mark and with carriage returns. */
    Loading gzipped(String name) throws IOException {
        String text = "\u00ef\u00bb\u00bf" + Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1).replace("\n", "\r\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".gz")))) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        Files.delete(folder.resolve(name));
        return this;
    }

    FieldData load(Dataset<FieldData> dataset) throws IOException {
        return load(dataset, List.of(folder));
    }

    /** Skips the test if the real files are not there. */
    FieldData loadReal(Dataset<FieldData> dataset) throws IOException {
        FilesAccess access = new FilesAccess(dataset.getClass(), folder, FilesAccess.dataRoots());
        assumeTrue(dataset.files().stream().allMatch(access::has), dataset.files() + " are in no folder of -Ddata.roots");
        return load(dataset, FilesAccess.dataRoots());
    }

    List<String> notes() {
        return notes;
    }

    private FieldData load(Dataset<FieldData> dataset, List<Path> roots) throws IOException {
        FilesAccess access = new FilesAccess(dataset.getClass(), folder, roots);
        try {
            return dataset.load(access);
        } finally {
            notes = access.notes();
        }
    }
}
