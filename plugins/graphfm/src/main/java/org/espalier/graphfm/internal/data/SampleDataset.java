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

/** The first 5,000 rows of Adult's training file. Origin and licence stand beside the file. */
@DatasetExtension(id = "graphfm.sample", title = "The first 5,000 rows of Adult (shipped), 13 fields", data = FieldData.KIND)
public final class SampleDataset implements Dataset<FieldData> {
    private static final FieldFiles FILES = new FieldFiles("adult-sample", List.of(DataFile.bundled("data/adult/adult-5000.data.gz")), List.of());

    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(
            @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "10", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount) {
    }

    @Inject
    SampleDataset(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<DataFile> files() {
        return FILES.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        return FILES.read(new FieldReader(Adult.TABLE.schema(parameters.minCount()), RowDivision.everyTenth(), CountOn.ALL, false), access);
    }
}
