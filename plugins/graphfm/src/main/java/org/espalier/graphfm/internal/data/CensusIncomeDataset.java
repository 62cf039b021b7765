package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

/** UCI's Census-Income (KDD): 40 fields; of the 99,762 rows of its test file, 6.2 % are positive. Each class is dealt out in turn. */
@DatasetExtension(id = "graphfm.census", title = "Census-Income (KDD): does a person earn more than 50,000 dollars? 40 fields", data = FieldData.KIND)
public final class CensusIncomeDataset implements Dataset<FieldData> {
    private static final CensusTable TABLE = new CensusTable(
            List.of("age", "class-of-worker", "industry-code", "occupation-code", "education", "wage-per-hour", "enrolled-in-education", "marital-status",
                    "major-industry", "major-occupation", "race", "hispanic-origin", "sex", "union-member", "unemployment-reason", "employment-status",
                    "capital-gains", "capital-losses", "dividends", "tax-filer-status", "previous-region", "previous-state", "household-family-status",
                    "household-summary", "instance-weight", "migration-msa", "migration-region", "migration-within-region", "same-house-1-year",
                    "migration-sunbelt", "persons-worked-for", "parents-present", "father-birth-country", "mother-birth-country", "birth-country",
                    "citizenship", "own-business", "veterans-questionnaire", "veterans-benefits", "weeks-worked", "year"),
            Set.of("age", "wage-per-hour", "capital-gains", "capital-losses", "dividends", "persons-worked-for", "weeks-worked"), "instance-weight",
            Map.of("50000+.", 1, "50000+", 1, "- 50000.", 0, "- 50000", 0));
    private static final String SOURCE = "https://archive.ics.uci.edu/dataset/117/";

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param(value = "The file, plain or gzipped", def = "census-income.test.gz") String file,
            @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "10", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
            @Param(value = "Rows in which values are counted", def = "all") CountOn countOn,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    CensusIncomeDataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = FieldFiles.published("census-income", SOURCE, parameters.file());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        return files.read(new FieldReader(TABLE.schema(parameters.minCount()), RowDivision.everyTenth(), parameters.countOn(), parameters.skipBad()), access);
    }
}
