package org.espalier.graphfm.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.espalier.api.bench.Benchmark;
import org.espalier.api.dataset.Part;
import org.espalier.data.field.FieldData;
import org.espalier.data.field.FieldKind;
import org.espalier.data.field.io.CountOn;
import org.espalier.testkit.fixture.FilesAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealFilesTest {
    @TempDir
    Path folder;
    private Loading loading;

    @BeforeEach
    void start() {
        loading = new Loading(folder);
    }

    @Test
    void adultHasThePublishedSizes() throws IOException {
        FieldData data = loading.loadReal(new AdultDataset(new AdultDataset.Parameters("adult.data.gz", "adult.test.gz", 10, CountOn.ALL, false)));
        assertSizes(data, 39_072, 4_885, 4_885, 13);
        assertEquals(111, data.features());
        assertEquals(7_841 + 3_846, positives(data));
        assertEquals(5, data.fields().stream().filter(field -> field.kind() == FieldKind.NUMERIC).count());
        assertTrue(largest(data, Part.TRAIN) == 1, "numbers are divided by the training maximum");
    }

    @Test
    void criteoHasThePublishedSizes() throws IOException {
        FieldData data = criteo(11);
        assertSizes(data, 7_998, 1_001, 1_001, 39);
        assertEquals(2_182, positives(data));
        assertEquals(1_829, data.features());
        assertEquals(2_015, criteo(10).features());
    }

    @Test
    void criteosEncodingIsABenchmarkThatKeepsNothing() throws IOException {
        CriteoDataset dataset = new CriteoDataset(new CriteoDataset.Parameters("criteo_10k.txt.gz", 11, CountOn.ALL, "every-tenth", false));
        loading.loadReal(dataset);
        FilesAccess access = new FilesAccess(CriteoDataset.class, folder, FilesAccess.dataRoots());
        Benchmark.Case encoding = dataset.cases(access, null).get(0);
        encoding.work().run();
        assertEquals(10_000, encoding.units());
        try (Stream<Path> kept = Files.walk(access.cache())) {
            assertEquals(0, kept.filter(path -> path.getFileName().toString().startsWith("bench")).count());
        }
    }

    @Test
    void censusIncomeHasThePublishedSizes() throws IOException {
        FieldData data = loading.loadReal(new CensusIncomeDataset(new CensusIncomeDataset.Parameters("census-income.test.gz", 10, CountOn.ALL, false)));
        assertSizes(data, 79_808, 9_977, 9_977, 40);
        assertEquals(6_186, positives(data));
        assertEquals(523, data.features());
        List<Integer> numeric = data.fields().stream().filter(field -> field.kind() == FieldKind.NUMERIC).map(data.fields()::indexOf).toList();
        assertEquals(List.of(0, 5, 16, 17, 18, 29, 38), numeric);
    }

    @Test
    void avazuHas23FieldsOfWhichTheNumberOfTheRowTellsNothing() throws IOException {
        FieldData data = loading.loadReal(new AvazuDataset(new AvazuDataset.Parameters("avazu_sample_100.csv", 5, CountOn.ALL, "every-tenth", false)));
        assertEquals(100, data.rows().size());
        assertEquals(23, data.fields().size());
        assertEquals(1, data.fields().get(0).features());
        assertTrue(loading.notes().contains("Field 'id' tells nothing: each of its 100 values is rare"), loading.notes().toString());
    }

    @Test
    void theSampleIsTheStartOfAdult() throws IOException {
        FieldData sample = loading.load(new SampleDataset(new SampleDataset.Parameters(10)));
        assertSizes(sample, 3_999, 500, 501, 13);
        FieldData adult = loading.loadReal(new AdultDataset(new AdultDataset.Parameters("adult.data.gz", "adult.test.gz", 10, CountOn.ALL, false)));
        for (int row = 0; row < 5_000; row++) {
            assertEquals(adult.rows().label(row), sample.rows().label(row));
        }
    }

    private FieldData criteo(int minCount) throws IOException {
        return loading.loadReal(new CriteoDataset(new CriteoDataset.Parameters("criteo_10k.txt.gz", minCount, CountOn.ALL, "every-tenth", false)));
    }

    private static void assertSizes(FieldData data, int train, int validation, int test, int fields) {
        assertEquals(List.of(train, validation, test, fields), List.of(data.size(Part.TRAIN), data.size(Part.VALIDATION), data.size(Part.TEST), data.fields().size()));
    }

    private static int positives(FieldData data) {
        int positives = 0;
        for (int row = 0; row < data.rows().size(); row++) {
            positives += data.rows().label(row);
        }
        return positives;
    }

    private static float largest(FieldData data, Part part) {
        int[] rows = data.split().of(part);
        float[] values = new float[rows.length * data.slots()];
        data.rows().read(rows, new int[values.length], values);
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
