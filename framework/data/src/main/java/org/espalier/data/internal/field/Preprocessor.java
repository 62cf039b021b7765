package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.ReadingProgress;
import org.espalier.data.field.io.RowDivision;

/** Encodes the rows of some files into one file, in passes of bounded memory. */
public final class Preprocessor {
    private static final double WORTH_TELLING_SECONDS = 1;

    private final FieldSchema schema;
    private final RowDivision division;
    private final CountOn countOn;
    private final boolean skipBad;
    private final ReadingProgress progress;

    /** @param progress hears how far reading is */
    public Preprocessor(FieldSchema schema, RowDivision division, CountOn countOn, boolean skipBad, ReadingProgress progress) {
        this.progress = progress;
        this.schema = schema;
        this.division = division;
        this.countOn = countOn;
        this.skipBad = skipBad;
    }

    /** Writes the target: complete or not at all. Returns how fast that went, if it took long. */
    public Optional<String> run(List<Path> files, Path target) throws IOException {
        long started = System.nanoTime();
        Path part = target.resolveSibling(target.getFileName() + "-" + UUID.randomUUID() + ".part");
        try {
            Survey survey;
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                survey = encode(files, file);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return speed(survey, (System.nanoTime() - started) / 1e9, Files.size(target));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Survey encode(List<Path> files, FileChannel file) throws IOException {
        BlockWorkers workers = BlockWorkers.over(files, progress);
        Survey survey = new CountingPass(schema, workers, skipBad).run(null, null);
        BitSet training = training(survey.rows());
        if (countOn == CountOn.TRAIN) {
            survey = new CountingPass(schema, workers, skipBad).run(training, survey.rows());
        }
        Encoding encoding = Encoding.of(schema.columns(), survey);
        List<Float> divisors = new EncodingPass(schema, encoding, survey.rows(), training, file, EncodedFile.HEADER).run(workers);
        EncodedFile.write(file, survey.rows().labels(), names(encoding), new EncodedFile.About(encoding.layout().withDivisors(divisors), survey.rows().fileRows(), survey.remarks(schema.columns())));
        return survey;
    }

    private static Optional<String> speed(Survey survey, double seconds, long bytes) {
        int rows = survey.rows().rows();
        String told = String.format(Locale.ROOT, "%,d rows encoded in %.1f s (%,.0f rows a second), with %,.0f MB of memory for tables of values, into %,.0f MB that are kept for later runs",
                rows, seconds, rows / seconds, survey.memory() / 1e6, bytes / 1e6);
        return seconds < WORTH_TELLING_SECONDS ? Optional.empty() : Optional.of(told);
    }

    private BitSet training(RowStarts rows) {
        BitSet training = new BitSet(rows.rows());
        for (int row : division.rule().divide(rows.labels(), rows.fileRows()).train()) {
            training.set(row);
        }
        return training;
    }

    private static List<byte[]> names(Encoding encoding) {
        List<byte[]> names = new ArrayList<>();
        for (int f = 0; f < encoding.columns().size(); f++) {
            switch (encoding.columns().get(f).form()) {
                case VALUE, VALUES -> names.addAll(encoding.dictionaries().get(f).names());
                case NUMBER -> names.add(new byte[0]);
                case FEATURE -> names.clear();
            }
        }
        return names;
    }
}
