package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.DataException;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldReader;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.HeaderLine;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.RowDivision;
import org.espalier.data.field.io.TextFormat;

import jakarta.inject.Inject;

/**
 * Files of libFM with one entry per field, e.g. Frappe: {@code label feature:value feature:value …}, labels -1 or 0 and 1, in three files for the
 * three parts. The first line tells the number of fields.
 */
@DatasetExtension(id = "graphfm.libfm", title = "libFM files with one entry per field, e.g. Frappe", data = FieldData.KIND)
public final class LibFmDataset implements Dataset<FieldData> {
    private static final Map<String, Integer> LABELS = Map.of("-1", 0, "0", 0, "1", 1, "+1", 1, "-1.0", 0, "0.0", 0, "1.0", 1);

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param("Training rows, plain or gzipped") String train,
            @Param("Validation rows") String validation,
            @Param("Test rows") String test,
            @Param(value = "Number of features: numbers in the files are less. The default stops at corrupt numbers, for each of which an embedding would be made", def = "67108864", min = 1) int features,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    LibFmDataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = FieldFiles.own("libfm", parameters.train(), parameters.validation(), parameters.test());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        return files.read(new FieldReader(schema(files.first(access)), RowDivision.byFile(), CountOn.ALL, parameters.skipBad()), access);
    }

    private FieldSchema schema(Path first) throws IOException {
        int cells = HeaderLine.notBlank(first, StandardCharsets.ISO_8859_1).strip().split(" +").length;
        if (cells < 2) {
            throw DataException.atLine(first.getFileName().toString(), 1, "a label and features were expected: label feature:value feature:value …");
        }
        List<Column> columns = new ArrayList<>();
        for (int cell = 1; cell < cells; cell++) {
            columns.add(Column.feature("field-" + cell, cell, parameters.features()));
        }
        TextFormat blanks = new TextFormat(" ", cells, false, "", true, false, Set.of(), StandardCharsets.UTF_8);
        return new FieldSchema(blanks, new LabelColumn("label", 0, LABELS, LabelColumn.REFUSED), columns);
    }
}
