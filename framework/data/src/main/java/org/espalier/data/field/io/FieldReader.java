package org.espalier.data.field.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.espalier.data.field.FieldData;
import org.espalier.data.internal.field.EncodedData;
import org.espalier.data.internal.field.Preprocessor;

/**
 * Reads delimited files of any size. The first time, files are gone through twice (three times to count on training rows, more often where the
 * values of all columns do not fit into a quarter of the heap), by as many threads as there are processors, and the encoded rows are kept; afterwards they are mapped into memory.
 *
 * @param schema   what the columns are
 * @param division which rows are for training, validation and test
 * @param countOn  the rows in which values are counted
 * @param skipBad  whether bad lines are left out, counted and told of; if not, the first ends reading
 */
public record FieldReader(FieldSchema schema, RowDivision division, CountOn countOn, boolean skipBad) {
    /** Reads files while nobody watches. */
    public FieldData read(String name, List<Path> files, List<String> sources, Path cache, Consumer<String> remarks) throws IOException {
        return read(name, files, sources, cache, remarks, (doing, share) -> { });
    }

    /**
     * Reads files, one after another.
     *
     * @param name     name of the data set
     * @param sources  fingerprints of everything that decides what is read: these files and those behind lookups
     * @param cache    folder in which encoded rows are kept
     * @param remarks  takes what people should know: bad lines, fields that tell nothing, speed
     * @param progress hears how far it is; nothing if the rows were kept from an earlier time
     * @throws org.espalier.api.error.DataException if a file is malformed, naming the line
     */
    public FieldData read(String name, List<Path> files, List<String> sources, Path cache, Consumer<String> remarks, ReadingProgress progress) throws IOException {
        Path kept = cache.resolve(name + "-" + EncodingKey.of(this, sources) + ".fields");
        if (EncodedData.open(kept, schema.format().charset()).isEmpty()) {
            new Preprocessor(schema, division, countOn, skipBad, progress).run(files, kept).ifPresent(remarks);
        }
        EncodedData encoded = EncodedData.open(kept, schema.format().charset()).orElseThrow(() -> new IOException(kept + " was changed while it was read"));
        encoded.remarks().forEach(remarks);
        return encoded.data(name, division);
    }
}
