package org.espalier.standard.internal.data;

import java.io.IOException;
import java.util.List;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.api.run.RandomSource;
import org.espalier.data.tabular.TabularData;
import org.espalier.data.tabular.TabularReader;

import jakarta.inject.Inject;

/** Alpaydin and Kaynak's handwritten digits: 1,797 pictures of 8 x 8 pixels. Origin and licence stand beside the file. */
@DatasetExtension(id = "standard.digits", title = "Handwritten digits, 1,797 rows of 8 x 8 pixels, 10 classes", data = TabularData.KIND)
public final class Digits implements Dataset<TabularData> {
    private static final DataFile FILE = DataFile.bundled("data/digits.csv");

    private final DigitTask task;
    private final RowShares shares;
    private final RandomSource random;

    @Inject
    public Digits(DigitsSettings settings, RandomSource random) {
        this.task = settings.task();
        this.shares = new RowShares(settings.validation(), settings.test(), settings.trainShare());
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of(FILE);
    }

    @Override
    public TabularData load(DataAccess files) throws IOException {
        return shares.divide(task.of(TabularReader.read("digits", files.path(FILE), "digit")), random);
    }
}
