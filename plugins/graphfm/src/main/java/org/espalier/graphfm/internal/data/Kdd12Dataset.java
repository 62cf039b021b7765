package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.espalier.data.field.io.TextFormat;

import jakarta.inject.Inject;

/**
 * KDD Cup 2012, track 2: search advertising. Twelve columns divided by tabs, without header, the first of which counts clicks (one or more is positive);
 * gender and age are joined by user number from {@code userid_profile.txt} and missing for unknown users: 13 fields. As published, user 0 is nobody, and genders and ages have features of
 * their own however rare they are.
 */
@DatasetExtension(id = "graphfm.kdd12", title = "KDD Cup 2012 track 2, 13 fields (training.txt, userid_profile.txt)", data = FieldData.KIND)
public final class Kdd12Dataset implements Dataset<FieldData> {
    private static final String SOURCE = "https://www.kaggle.com/c/kddcup2012-track2/";
    private static final List<String> NAMES = List.of("clicks", "impression", "display-url", "ad", "advertiser", "depth", "position", "query", "keyword", "title", "description", "user");
    private static final String USER = "user";
    private static final Set<String> NUMBERS = Set.of("impression", "depth", "position");
    private static final DataFile PROFILES = FieldFiles.text("userid_profile.txt").source(SOURCE);

    private final Parameters parameters;
    private final FieldFiles files;

    /** What a user can set. */
    record Parameters(
            @Param(value = "The file, plain or gzipped", def = "training.txt") String file,
            @Param(value = "Least number of occurrences by which a value gets a feature of its own", def = "10", min = 1, max = Column.GREATEST_MIN_COUNT, unit = "rows") int minCount,
            @Param(value = "Rows in which values are counted; published: all, which looks at test rows, though not at their labels", def = "all") CountOn countOn,
            @Param(value = "Division into parts: stratified tenths, drawn with seed 2018, or each class dealt out in turn", def = "stratified", choices = {"stratified", "every-tenth"}) String split,
            @Param(value = "Leave out bad lines and count them, instead of ending at the first", def = "false") boolean skipBad) {
    }

    @Inject
    Kdd12Dataset(Parameters parameters) {
        this.parameters = parameters;
        this.files = new FieldFiles("kdd12", List.of(FieldFiles.text(parameters.file()).source(SOURCE)), List.of(PROFILES));
    }

    @Override
    public List<DataFile> files() {
        return files.all();
    }

    @Override
    public FieldData load(DataAccess access) throws IOException {
        UserProfiles users = UserProfiles.read(access.path(PROFILES), parameters.skipBad(), access::note);
        return files.read(new FieldReader(schema(users), Divisions.of(parameters.split()), parameters.countOn(), parameters.skipBad()), access);
    }

    private FieldSchema schema(UserProfiles users) {
        List<Column> columns = new ArrayList<>();
        for (int cell = 1; cell < NAMES.size(); cell++) {
            String name = NAMES.get(cell);
            Column value = Column.value(name, cell, parameters.minCount());
            columns.add(NUMBERS.contains(name) ? Column.number(name, cell).logSquared() : name.equals(USER) ? value.via(Kdd12Dataset::known) : value);
        }
        int user = NAMES.indexOf(USER);
        columns.add(Column.value("gender", user, 1).via(users.genders()));
        columns.add(Column.value("age", user, 1).via(users.ages()));
        TextFormat tabs = new TextFormat("\t", NAMES.size(), false, "", false, false, Set.of(), StandardCharsets.UTF_8);
        return new FieldSchema(tabs, new LabelColumn("clicks", 0, Map.of("0", 0), 1), columns);
    }

    /** The user's number; missing if it is 0, which stands for users who are not known. */
    private static byte[] known(byte[] text, int start, int length) {
        return length == 1 && text[start] == '0' ? new byte[0] : Arrays.copyOfRange(text, start, start + length);
    }
}
