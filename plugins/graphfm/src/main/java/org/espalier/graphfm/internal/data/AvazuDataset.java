package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.espalier.data.field.io.TextFormat;

import jakarta.inject.Inject;

/**
 * Avazu's click-through rate prediction: 23 fields, all of values; 40,428,967 rows in the full file. As published, {@code id} (unique in each row, so
 * always rare) and the hour as it is written are fields. Published preprocessing numbers features while it writes, and so takes the first four occurrences
 * of a frequent value for rare; here values are counted first, and all occurrences are the same.
 */
@DatasetExtension(id = "graphfm.avazu", title = "Avazu click-through rate prediction, 23 fields (train.csv)", data = FieldData.KIND)
public final class AvazuDataset implements Dataset<FieldData> {
    private static final String HEADER = "id,click,hour,C1,banner_pos,site_id,site_domain,site_category,app_id,app_domain,app_category,device_id,device_ip,"
            + "device_model,device_type,device_conn_type,C14,C15,C16,C17,C18,C19,C20,C21";
    private static final String LABEL = "click";
    private static final String SOURCE = "https://www.kaggle.com/c/avazu-ctr-prediction/";

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param(value = "The file, plain or gzipped", def = "train.csv") String file,
            @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "5", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
            @Param(value = "Rows in which values are counted; published: all, which looks at test rows, though not at their labels", def = "all") CountOn countOn,
            @Param(value = "Division into parts: the published stratified tenths, drawn with seed 2018, or each class dealt out in turn", def = "stratified", choices = {"stratified", "every-tenth"}) String split,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    AvazuDataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = FieldFiles.published("avazu", SOURCE, parameters.file());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        checkHeader(files.first(access));
        return files.read(new FieldReader(schema(), Divisions.of(parameters.split()), parameters.countOn(), parameters.skipBad()), access);
    }

    private static void checkHeader(Path file) throws IOException {
        String header = HeaderLine.of(file, StandardCharsets.UTF_8);
        if (!header.equals(HEADER)) {
            throw DataException.atLine(file.getFileName().toString(), 1, "the header '" + header + "' is not that of Avazu's train.csv, '" + HEADER + "'");
        }
    }

    private FieldSchema schema() {
        List<String> names = List.of(HEADER.split(","));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            if (!name.equals(LABEL)) {
                columns.add(Column.value(name, names.indexOf(name), parameters.minCount()));
            }
        }
        TextFormat commas = new TextFormat(",", names.size(), true, "", false, false, Set.of(), StandardCharsets.UTF_8);
        return new FieldSchema(commas, LabelColumn.binary(LABEL, names.indexOf(LABEL)), columns);
    }
}
