package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.espalier.data.field.io.FieldSchema;
import org.espalier.data.field.io.LabelColumn;
import org.espalier.data.field.io.RowDivision;
import org.espalier.data.field.io.Scaling;
import org.espalier.data.field.io.TextFormat;

import jakarta.inject.Inject;

/**
 * MovieLens-1M: is a movie rated 4 or 5 (positive) or 1 or 2? Ratings of 3 are left out. Seven fields of user and movie, but, as published, neither the
 * user's nor the movie's number: results are not comparable with those of methods that use them. Rows are shuffled by
 * NumPy's generator with the published seed; the official script uses Python's own, so its parts hold other rows.
 */
@DatasetExtension(id = "graphfm.movielens", title = "MovieLens-1M as content, 7 fields (users.dat, movies.dat, ratings.dat)", data = FieldData.KIND)
public final class MovieLensDataset implements Dataset<FieldData> {
    private static final String SOURCE = "https://grouplens.org/datasets/movielens/1m/";
    private static final long PUBLISHED_SEED = 2019;
    private static final int USER = 0;
    private static final int MOVIE = 1;
    private static final int RATING = 2;
    private static final int TIME = 3;
    private static final DataFile USERS = FieldFiles.text("ml-1m/users.dat").source(SOURCE);
    private static final DataFile MOVIES = FieldFiles.text("ml-1m/movies.dat").source(SOURCE);
    private static final FieldFiles FILES = new FieldFiles("movielens-1m", List.of(FieldFiles.text("ml-1m/ratings.dat").source(SOURCE)), List.of(USERS, MOVIES));

    private final Parameters parameters;

    /** What a user can set. */
    record Parameters(@Param(value = "Leave out bad lines and ratings of unknown users and movies, and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    MovieLensDataset(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<DataFile> files() {
        return FILES.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        KeyedLines users = KeyedLines.users(access.path(USERS), parameters.skipBad(), access::note);
        KeyedLines movies = KeyedLines.movies(access.path(MOVIES), parameters.skipBad(), access::note);
        return FILES.read(new FieldReader(schema(users, movies), RowDivision.shuffledTenths(PUBLISHED_SEED), CountOn.ALL, parameters.skipBad()), access);
    }

    private static FieldSchema schema(KeyedLines users, KeyedLines movies) {
        List<Column> columns = List.of(
                Column.value("gender", USER, 1).via(users.column(0)).withoutRare(),
                Column.value("age", USER, 1).via(users.column(1)).withoutRare(),
                Column.value("occupation", USER, 1).via(users.column(2)).withoutRare(),
                Column.value("zip", USER, 1).via(users.column(3)).withoutRare(),
                Column.value("release-period", MOVIE, 1).via(movies.column(0)).withoutRare(),
                Column.number("time", TIME).scaled(Scaling.UNIT_RANGE),
                Column.values("genres", MOVIE, 1, "|").via(movies.column(1)).withoutRare());
        Map<String, Integer> labels = Map.of("1", 0, "2", 0, "3", LabelColumn.DROPPED, "4", 1, "5", 1);
        TextFormat colons = new TextFormat("::", 4, false, "", false, false, Set.of(), StandardCharsets.ISO_8859_1);
        return new FieldSchema(colons, new LabelColumn("rating", RATING, labels, LabelColumn.REFUSED), columns);
    }
}
