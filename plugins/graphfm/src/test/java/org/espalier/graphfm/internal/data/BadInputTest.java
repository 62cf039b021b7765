package org.espalier.graphfm.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.espalier.api.dataset.Dataset;
import org.espalier.api.dataset.Part;
import org.espalier.api.error.InputException;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.io.CountOn;
import org.espalier.data.field.io.Scaling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specification's table of bad input, as far as it is about data. What all formats share is tested with the reader. */
class BadInputTest {
    private static final String CRITEO = "1\t5" + "\t".repeat(12) + "\taa".repeat(26);
    private static final String PERSON = "39, State-gov, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, Male, 2174, 0, 40, United-States, ";
    private static final String AVAZU = "id,click,hour,C1,banner_pos,site_id,site_domain,site_category,app_id,app_domain,app_category,device_id,device_ip,"
            + "device_model,device_type,device_conn_type,C14,C15,C16,C17,C18,C19,C20,C21";

    @TempDir
    Path folder;
    private Loading loading;

    @BeforeEach
    void start() {
        loading = new Loading(folder);
    }

    @Test
    void refusesACriteoLineWithTheWrongNumberOfTabs() throws IOException {
        loading.file("train.txt", CRITEO, CRITEO + "\tbb");
        assertRefused("train.txt:2: 41 cells where 40 were expected, divided by tabs", criteo(false));
        assertEquals(1, loading.load(criteo(true)).rows().size());
        assertTrue(loading.notes().get(0).startsWith("1 bad line skipped; the first: train.txt:2: 41 cells"), loading.notes().toString());
    }

    @Test
    void refusesMovieLensLinesWithTheWrongNumberOfParts() throws IOException {
        movieLens("1::F::1::10", "10::First (1927)::Drama", "1::10::5::1000");
        assertRefused("users.dat:1: 4 parts where 5 were expected", new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        movieLens("1::F::1::10::48067", "10::First (1927)", "1::10::5::1000");
        assertRefused("movies.dat:1: 2 parts where 3 were expected", new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        movieLens("1::F::1::10::48067", "10::First (1927)::Drama", "1::10::5");
        assertRefused("ratings.dat:1: 3 cells where 4 were expected, divided by '::'", new MovieLensDataset(new MovieLensDataset.Parameters(false)));
    }

    @Test
    void refusesRatingsOfUnknownUsersAndMoviesOrSkipsThem() throws IOException {
        movieLens("1::F::1::10::48067", "10::First (1927)::Drama", "1::10::5::1000", "9::10::5::1000", "1::99::5::1000");
        assertRefused("ratings.dat:2: '9' is unknown: there is no gender for it", new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        assertEquals(1, loading.load(new MovieLensDataset(new MovieLensDataset.Parameters(true))).rows().size());
        assertTrue(loading.notes().get(0).startsWith("2 bad lines skipped"), loading.notes().toString());
    }

    @Test
    void refusesMovieTitlesWithoutYearOrSkipsThem() throws IOException {
        movieLens("1::F::1::10::48067", "10::First (1927)::Drama\n20::Second::Drama", "1::10::5::1000", "1::20::5::1000");
        assertRefused("movies.dat:2: the title 'Second' does not end in a year, (YYYY)", new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        assertEquals(1, loading.load(new MovieLensDataset(new MovieLensDataset.Parameters(true))).rows().size());
        assertEquals("1 bad line skipped; the first: movies.dat:2: the title 'Second' does not end in a year, (YYYY)", loading.notes().get(0));
    }

    @Test
    void skipsUsersAndMoviesWithTheWrongNumberOfPartsAndTheirRatings() throws IOException {
        movieLens("1::F::1::10\n2::M::1::10::48067\n3::M", "10::First (1927)::Drama\n20::Second (1930)", "1::10::5::1000", "2::10::5::1000", "2::20::5::1000");
        assertEquals(1, loading.load(new MovieLensDataset(new MovieLensDataset.Parameters(true))).rows().size());
        assertEquals("2 bad lines skipped; the first: users.dat:1: 4 parts where 5 were expected, divided by '::'", loading.notes().get(0));
        assertEquals("1 bad line skipped; the first: movies.dat:2: 2 parts where 3 were expected, divided by '::'", loading.notes().get(1));
        assertTrue(loading.notes().get(2).startsWith("2 bad lines skipped; the first: ratings.dat:1: '1' is unknown"), loading.notes().toString());
    }

    @Test
    void readsTablesGzippedWithMarkAndCarriageReturns() throws IOException {
        movieLens("1::F::1::10::48067", "10::First (1927)::Drama", "1::10::5::1000");
        loading.gzipped("ml-1m/users.dat").gzipped("ml-1m/movies.dat");
        FieldData data = loading.load(new MovieLensDataset(new MovieLensDataset.Parameters(false)));
        int[] index = new int[7];
        data.rows().read(new int[] {0}, index, new float[7]);
        assertEquals(Optional.of("48067"), data.rows().featureName(index[3]));
        assertEquals(Optional.of("Drama"), data.rows().featureName(index[6]));
    }

    @Test
    void readsPlainAdultWhereTheGzippedOneIsExpected() throws IOException {
        loading.file("adult.data", PERSON + "<=50K").file("adult.test", PERSON + ">50K.");
        assertEquals(2, loading.load(new AdultDataset(new AdultDataset.Parameters("adult.data.gz", "adult.test.gz", 1, CountOn.ALL, false))).rows().size());
    }

    @Test
    void keepsMoreGenresThanSix() throws IOException {
        movieLens("1::F::1::10::48067", "10::First (1927)::A|B|C|D|E|F|G|H", "1::10::5::1000");
        assertEquals(8, loading.load(new MovieLensDataset(new MovieLensDataset.Parameters(false))).fields().get(6).slots());
    }

    @Test
    void refusesALibFmTokenWithoutColonAndAnIndexOutOfRange() throws IOException {
        libFm("1 3:1 7:1", "-1 3:1 7");
        assertRefused("train.libfm:2: '7' has no ':'", libFm(10));
        libFm("1 3:1 7:1", "-1 3:1 17:1");
        assertRefused("train.libfm:2: '17' is not the number of a feature, from 0 to 9", libFm(10));
    }

    @Test
    void refusesALibFmIndexThatNoTableCouldHold() throws IOException {
        libFm("1 3:1 7:1", "-1 3:1 2000000000:1");
        assertRefused("train.libfm:2: '2000000000' is not the number of a feature, from 0 to 67108863", libFm(1 << 26));
    }

    @Test
    void readsLibFmBehindABlankFirstLineAndWithEmptyFiles() throws IOException {
        loading.file("train.libfm", "", "1 3:1 7:1", "-1 3:1 7:1").file("validation.libfm").file("test.libfm");
        FieldData data = loading.load(libFm(10));
        assertEquals(List.of(2, 0, 0), List.of(data.size(Part.TRAIN), data.size(Part.VALIDATION), data.size(Part.TEST)));
        assertEquals(2, data.fields().size());
    }

    @Test
    void mapsLabelsOfLibFm() throws IOException {
        libFm("1 3:1 7:1", "-1 3:1 7:1");
        float[] labels = new float[2];
        loading.load(libFm(10)).labels(Part.TRAIN, new int[] {0, 1}, labels);
        assertArrayEquals(new float[] {1, 0}, labels);
        libFm("1 3:1 7:1", "5 3:1 7:1");
        assertRefused("train.libfm:2: '5' in the label's column 'label'", libFm(10));
    }

    @Test
    void mapsAdultsLabelsWithAndWithoutFullStopAndSkipsItsFirstLine() throws IOException {
        loading.file("adult.data", PERSON + "<=50K", PERSON + ">50K", "").file("adult.test", "|1x3 Cross validator", PERSON + "<=50K.", PERSON + ">50K.", "");
        FieldData data = loading.load(adult());
        assertEquals(List.of(0, 1, 0, 1), List.of(data.rows().label(0), data.rows().label(1), data.rows().label(2), data.rows().label(3)));
        loading.file("adult.data", PERSON + "rich");
        assertRefused("adult.data:1: 'rich' in the label's column 'income'; expected was one of <=50K, <=50K., >50K, >50K.", adult());
    }

    @Test
    void namesRowAndColumnOfNumbersThatAreNone() throws IOException {
        loading.file("adult.data", PERSON + "<=50K", PERSON.replace("39,", "NaN,") + "<=50K").file("adult.test", "");
        assertRefused("adult.data:2: 'NaN' in column 'age' is not a finite number", adult());
    }

    @Test
    void refusesAnAvazuFileWithAnotherHeader() throws IOException {
        loading.file("train.csv", AVAZU.replace("hour", "time"));
        assertRefused("train.csv:1: the header 'id,click,time,", new AvazuDataset(new AvazuDataset.Parameters("train.csv", 5, CountOn.ALL, "stratified", false)));
    }

    @Test
    void takesOneClassOnly() throws IOException {
        loading.file("train.txt", CRITEO, CRITEO);
        assertEquals(2, loading.load(criteo(false)).rows().size());
    }

    @Test
    void mapsValuesUnseenInTrainingToTheRareFeature() throws IOException {
        String other = CRITEO.replace("aa", "bb");
        // rows 0 and 1 of a class are for test and validation
        loading.file("train.txt", other, CRITEO, CRITEO, CRITEO);
        FieldData data = loading.load(new CriteoDataset(new CriteoDataset.Parameters("train.txt", 2, CountOn.TRAIN, "every-tenth", false)));
        int[] index = new int[39];
        data.read(Part.TEST, new int[] {0}, index, new float[39]);
        assertEquals(data.fields().get(38).first(), index[38]);
    }

    @Test
    void joinsUsersOfKddCup() throws IOException {
        loading.file("training.txt", "0\t1\tu\t2\t3\t1\t1\t5\t6\t7\t8\t77", "4\t1\tu\t2\t3\t1\t1\t5\t6\t7\t8\t9").file("userid_profile.txt", "77\t1\t5");
        Kdd12Dataset kdd = new Kdd12Dataset(new Kdd12Dataset.Parameters("training.txt", 1, CountOn.ALL, "every-tenth", false));
        FieldData data = loading.load(kdd);
        assertEquals(13, data.fields().size());
        assertEquals(1, data.rows().label(1));
        int[] index = new int[26];
        float[] value = new float[26];
        data.rows().read(new int[] {0, 1}, index, value);
        assertEquals(Optional.of("1"), data.rows().featureName(index[11]));
        assertEquals(Optional.of("5"), data.rows().featureName(index[12]));
        assertEquals(0, value[25], "the second user is unknown");
        assertEquals(1, value[23], "but has a number");
        loading.file("userid_profile.txt", "77\t1\t5", "x\t1\t5");
        assertRefused("userid_profile.txt:2: 'x\t1\t5' is not a user's number, gender and age", kdd);
        assertEquals(2, loading.load(new Kdd12Dataset(new Kdd12Dataset.Parameters("training.txt", 1, CountOn.ALL, "every-tenth", true))).rows().size());
        assertTrue(loading.notes().get(0).startsWith("1 bad line skipped; the first: userid_profile.txt:2: "), loading.notes().toString());
    }

    @Test
    void takesUserZeroOfKddCupForNobody() throws IOException {
        String row = "0\t1\tu\t2\t3\t1\t1\t5\t6\t7\t8\t";
        loading.file("training.txt", row + "0", row + "77", row + "77").file("userid_profile.txt", "77\t1\t5");
        FieldData data = loading.load(new Kdd12Dataset(new Kdd12Dataset.Parameters("training.txt", 2, CountOn.ALL, "every-tenth", false)));
        float[] value = new float[26];
        int[] index = new int[26];
        data.rows().read(new int[] {0, 1}, index, value);
        assertEquals(List.of(0f, 1f), List.of(value[10], value[23]));
        assertEquals(Optional.of("77"), data.rows().featureName(index[23]));
    }

    @Test
    void readsQuotedColumnNamesWithSeparators() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "\"bought\",\"age, in years\",likes\nyes,31,a\nno,?,b\n");
        assertEquals(List.of("age, in years", "likes"), loading.load(table("age, in years")).fields().stream().map(field -> field.name()).toList());
    }

    @Test
    void refusesColumnsThatATableDoesNotHave() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "bought,age,town,likes\nyes,31,Ulm,a|b\nno,?,\"Bonn, am Rhein\",b\n");
        FieldData data = loading.load(table("age"));
        assertEquals(List.of("age", "town", "likes"), data.fields().stream().map(field -> field.name()).toList());
        assertEquals(Optional.of("Bonn, am Rhein"), data.rows().featureName(2));
        assertEquals("Dataset 'graphfm.table': there is no column 'years'; there are bought, age, town, likes",
                assertThrows(InputException.class, () -> loading.load(table("years"))).getMessage());
    }

    private static TableDataset table(String numeric) {
        return new TableDataset(new TableSettings("mine.csv", "bought", List.of("yes"), List.of("no"), List.of(numeric), List.of("likes"), List.of(), List.of(), "comma", "|",
                List.of("?"), 1, CountOn.ALL, false, Scaling.NONE, TableSplit.EVERY_TENTH, 2018, false));
    }

    private void movieLens(String users, String movies, String... ratings) throws IOException {
        loading.file("ml-1m/users.dat", users).file("ml-1m/movies.dat", movies).file("ml-1m/ratings.dat", ratings);
    }

    private void libFm(String... train) throws IOException {
        loading.file("train.libfm", train).file("validation.libfm", "1 3:1 7:1").file("test.libfm", "1 3:1 7:1");
    }

    private static LibFmDataset libFm(int features) {
        return new LibFmDataset(new LibFmDataset.Parameters("train.libfm", "validation.libfm", "test.libfm", features, false));
    }

    private static CriteoDataset criteo(boolean skipBad) {
        return new CriteoDataset(new CriteoDataset.Parameters("train.txt", 1, CountOn.ALL, "every-tenth", skipBad));
    }

    private static AdultDataset adult() {
        return new AdultDataset(new AdultDataset.Parameters("adult.data", "adult.test", 1, CountOn.ALL, false));
    }

    private void assertRefused(String start, Dataset<FieldData> dataset) {
        String message = assertThrows(InputException.class, () -> loading.load(dataset)).getMessage();
        assertTrue(message.startsWith(start), message);
    }
}
