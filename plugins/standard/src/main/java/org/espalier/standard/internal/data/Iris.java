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

/** Fisher's 150 iris flowers: four lengths, three species. Origin and licence stand beside the file. */
@DatasetExtension(id = "standard.iris", title = "Fisher's iris flowers, 150 rows, 3 species", data = TabularData.KIND)
public final class Iris implements Dataset<TabularData> {
    private static final DataFile FILE = DataFile.bundled("data/iris.csv");

    private final RowShares shares;
    private final RandomSource random;

    @Inject
    public Iris(IrisSettings settings, RandomSource random) {
        this.shares = new RowShares(settings.validation(), settings.test(), settings.trainShare());
        this.random = random;
    }

    @Override
    public List<DataFile> files() {
        return List.of(FILE);
    }

    @Override
    public TabularData load(DataAccess files) throws IOException {
        return shares.divide(TabularReader.read("iris", files.path(FILE), "species"), random);
    }
}
