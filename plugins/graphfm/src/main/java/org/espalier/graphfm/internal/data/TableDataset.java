package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.util.List;

import org.espalier.api.dataset.DataAccess;
import org.espalier.api.dataset.DataFile;
import org.espalier.api.dataset.Dataset;
import org.espalier.api.extension.DatasetExtension;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.FieldReader;

import jakarta.inject.Inject;

/** A user's own table: text of rows and cells, whose columns the parameters describe. */
@DatasetExtension(id = "graphfm.table", title = "Any CSV or TSV file with a binary label; parameters say what its columns are", data = FieldData.KIND)
public final class TableDataset implements Dataset<FieldData> {
    private final TableSettings settings;
    private final FieldFiles files;

    @Inject
    TableDataset(TableSettings settings) {
        this.settings = settings;
        this.files = FieldFiles.own("table", settings.file());
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        TableColumns columns = TableColumns.of(settings, files.first(access));
        return files.read(new FieldReader(columns.schema(settings), settings.split().division(settings.splitSeed()), settings.countOn(), settings.skipBad()), access);
    }
}
