package org.espalier.it.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.extension.DatasetExtension;

import jakarta.inject.Inject;

/** One number a line, or three numbers without a file. */
@DatasetExtension(id = "tiny.numbers", title = "Numbers, one a line", data = Numbers.KIND)
public final class NumbersDataset implements Dataset<Numbers> {
    private final Optional<DataFile> file;

    record Parameters(@Param(value = "File with a number on each line", def = "") Optional<String> file) {
    }

    @Inject
    NumbersDataset(Parameters parameters) {
        this.file = parameters.file.map(DataFile::external);
    }

    @Override
    public List<DataFile> files() {
        return file.stream().toList();
    }

    @Override
    public Numbers load(DataAccess files) throws IOException {
        return file.isPresent() ? read(files, file.get()) : new Numbers(List.of(1.0, 2.0, 3.0));
    }

    private static Numbers read(DataAccess files, DataFile file) throws IOException {
        List<Double> values = new ArrayList<>();
        for (String line : Files.readAllLines(files.path(file))) {
            try {
                values.add(Double.valueOf(line));
            } catch (NumberFormatException e) {
                throw DataException.atLine(file.name(), values.size() + 1L, "'" + line + "' is no number");
            }
        }
        return new Numbers(values);
    }
}
