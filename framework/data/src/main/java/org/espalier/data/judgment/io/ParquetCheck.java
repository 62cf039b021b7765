package org.espalier.data.judgment.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.espalier.api.error.DataException;

/** Tells those who give a Parquet file what to give instead. */
final class ParquetCheck {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private ParquetCheck() {
    }

    /** @throws DataException if the file is Parquet */
    static void refuse(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw DataException.atByte(file.getFileName().toString(), 0, "this is a Parquet file, which is not read here. Write it as JSON lines first, e.g. in Python: "
                        + "pandas.read_parquet('in.parquet').to_json('out.jsonl', orient='records', lines=True)");
            }
        }
    }
}
