package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.compute.Lease;
import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldReader;
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.TextFormat;

import jakarta.inject.Inject;

/** Criteo's display advertising challenge: label, 13 numbers I1..I13 and 26 values C1..C26, divided by tabs, without header; 45,840,617 rows in the full file. */
@DatasetExtension(id = "graphfm.criteo", title = "Criteo display advertising challenge, 39 fields (train.txt)", data = FieldData.KIND)
public final class CriteoDataset implements Dataset<FieldData>, Benchmark<DataAccess> {
    private static final int NUMBERS = 13;
    private static final int VALUES = 26;
    private static final String SOURCE = "https://www.kaggle.com/c/criteo-display-ad-challenge/";

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param(value = "The file, plain or gzipped", def = "train.txt") String file,
            @Param(value = "Least number of occurrences by which a value gets a feature of its own; published: more than 10", def = "11", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
            @Param(value = "Rows in which values are counted; published: all, which looks at test rows, though not at their labels", def = "all") CountOn countOn,
            @Param(value = "Division into parts: the published stratified tenths, drawn with seed 2018, or each class dealt out in turn", def = "stratified", choices = {"stratified", "every-tenth"}) String split,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    CriteoDataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = FieldFiles.published("criteo", SOURCE, parameters.file());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        return files.read(reader(), access);
    }

    @Override
    public List<Case> cases(DataAccess access, Lease lease) {
        return List.of(files.encoding(reader(), access));
    }

    private FieldReader reader() {
        return new FieldReader(schema(), Divisions.of(parameters.split()), parameters.countOn(), parameters.skipBad());
    }

    private FieldSchema schema() {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= NUMBERS; i++) {
            columns.add(Column.number("I" + i, i).logSquared());
        }
        for (int i = 1; i <= VALUES; i++) {
            columns.add(Column.value("C" + i, NUMBERS + i, parameters.minCount()));
        }
        TextFormat tabs = new TextFormat("\t", 1 + NUMBERS + VALUES, false, "", false, false, Set.of(), StandardCharsets.UTF_8);
        return new FieldSchema(tabs, LabelColumn.binary("label", 0), columns);
    }
}
