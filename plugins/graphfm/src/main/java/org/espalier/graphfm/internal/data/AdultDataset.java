package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.FieldReader;
import org.espalier.data.field.io.RowDivision;

import jakarta.inject.Inject;

/** UCI's Adult, training and test file together (48,842 rows), each class dealt out in turn: 39,072 rows for training, 4,885 for validation, 4,885 for test. */
@DatasetExtension(id = "graphfm.adult", title = "Adult (1994 census): does a person earn more than 50,000 dollars? 13 fields", data = FieldData.KIND)
public final class AdultDataset implements Dataset<FieldData> {
    private static final String SOURCE = "https://archive.ics.uci.edu/dataset/2/";

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param(value = "The training file, plain (adult.data) or gzipped", def = "adult.data.gz") String train,
            @Param(value = "The test file, plain (adult.test) or gzipped", def = "adult.test.gz") String test,
            @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "10", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
            @Param(value = "Rows in which values are counted", def = "all") CountOn countOn,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    AdultDataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = FieldFiles.published("adult", SOURCE, parameters.train(), parameters.test());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        return files.read(new FieldReader(Adult.TABLE.schema(parameters.minCount()), RowDivision.everyTenth(), parameters.countOn(), parameters.skipBad()), access);
    }
}
