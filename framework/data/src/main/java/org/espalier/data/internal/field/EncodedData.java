package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.RowDivision;

/**
 * An encoded file, opened.
 *
 * @param layout   how its rows lie
 * @param rows     its rows, mapped into memory
 * @param fileRows rows that came from each text file
 * @param remarks  what people should know of the text
 */
public record EncodedData(Layout layout, EncodedRows rows, int[] fileRows, List<String> remarks) {

    /** Opens a file; empty if it is not there, not whole or not of this version. */
    public static Optional<EncodedData> open(Path path, Charset charset) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path)) {
            Optional<EncodedFile> header = EncodedFile.header(file);
            return header.isPresent() ? Optional.of(opened(file, header.get(), charset)) : Optional.empty();
        }
    }

    private static EncodedData opened(FileChannel file, EncodedFile header, Charset charset) throws IOException {
        EncodedFile.About about = header.about(file);
        return new EncodedData(about.layout(), new EncodedRows(file, header, about.layout(), charset), about.fileRows(), about.remarks());
    }

    /** The rows, divided into parts. */
    public FieldData data(String name, RowDivision division) {
        return new FieldData(name, layout.fields(), rows, division.rule().divide(rows.labels(), fileRows));
    }
}
