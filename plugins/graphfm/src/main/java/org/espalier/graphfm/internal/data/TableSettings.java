package org.espalier.graphfm.internal.data;

import java.util.List;

import org.espalier.api.config.Param;
import org.espalier.data.field.io.Column;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.Scaling;

/** Parameters of {@link TableDataset}. */
record TableSettings(
        @Param("The file, plain or gzipped") String file,
        @Param("Name of the column with the label") String label,
        @Param(value = "Spellings of the label that mean 1", def = "1") List<String> positive,
        @Param(value = "Spellings of the label that mean 0", def = "0") List<String> negative,
        @Param(value = "Columns of numbers", def = "") List<String> numeric,
        @Param(value = "Columns of several values each", def = "") List<String> multiValued,
        @Param(value = "Columns that are no fields; all others that are not named above hold one value each", def = "") List<String> ignore,
        @Param(value = "Names of the columns, for files without a line of names", def = "") List<String> columns,
        @Param(value = "What divides cells", def = "comma", choices = {"comma", "semicolon", "tab", "bar"}) String separator,
        @Param(value = "What divides the values of one cell", def = "|") String valueSeparator,
        @Param(value = "Texts that mark a missing value, beside the empty cell", def = "?") List<String> missing,
        @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "10", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
        @Param(value = "Rows in which values are counted", def = "all") CountOn countOn,
        @Param(value = "Whether numbers x greater than 2 become floor((ln x)^2)", def = "false") boolean logSquare,
        @Param(value = "What is done to the numbers of a column afterwards", def = "training-maximum") Scaling scaling,
        @Param(value = "Division into a tenth for test, a tenth for validation and the rest for training", def = "every-tenth") TableSplit split,
        @Param(value = "Seed of random divisions, as NumPy's legacy generator takes it", def = "2018", min = 0, max = 4294967295.0) long splitSeed,
        @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
}
