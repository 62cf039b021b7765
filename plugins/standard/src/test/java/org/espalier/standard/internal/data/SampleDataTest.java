package org.espalier.standard.internal.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.api.dataset.Dataset;
import org.espalier.api.error.InputException;
import org.espalier.data.Split;
import org.espalier.data.tabular.TabularData;
import org.espalier.testkit.DatasetContract;
import org.espalier.testkit.fixture.FilesAccess;
import org.espalier.testkit.fixture.TestRandomSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
    @TempDir
    Path folder;

    @Nested
    class OfIris extends DatasetContract<TabularData> {
        @Override
        protected Class<? extends Dataset<TabularData>> extension() {
            return Iris.class;
        }
    }

    @Nested
    class OfDigits extends DatasetContract<TabularData> {
        @Override
        protected Class<? extends Dataset<TabularData>> extension() {
            return Digits.class;
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("task", "pair", "train-share", "0.1");
        }
    }

    private TabularData load(Dataset<TabularData> dataset) throws IOException {
        return dataset.load(new FilesAccess(Iris.class, folder, List.of()));
    }

    private TabularData digits(DigitTask task, double trainShare) throws IOException {
        return load(new Digits(new DigitsSettings(task, 0.2, 0.2, trainShare), new TestRandomSource(3)));
    }

    private static int[] counts(TabularData data) {
        int[] counts = new int[data.classes().size()];
        Arrays.stream(data.labels()).forEach(label -> counts[label]++);
        return counts;
    }

    @Test
    void irisHasFiftyFlowersOfEachSpeciesDividedAsAsked() throws IOException {
        TabularData iris = load(new Iris(new IrisSettings(0.2, 0.4, 1), new TestRandomSource(1)));
        assertEquals(List.of("setosa", "versicolor", "virginica"), iris.classes());
        assertArrayEquals(new int[] {50, 50, 50}, counts(iris));
        assertArrayEquals(new int[] {60, 30, 60}, new int[] {iris.split().train().length, iris.split().validation().length, iris.split().test().length});
    }

    @Test
    void everyRowIsInOnePart() throws IOException {
        Split split = load(new Iris(new IrisSettings(0.2, 0.2, 1), new TestRandomSource(1))).split();
        int[] all = Stream.of(split.train(), split.validation(), split.test()).flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(all);
        assertArrayEquals(IntStream.range(0, 150).toArray(), all);
    }

    @Test
    void trainingColumnsHaveMeanZeroAndDeviationOne() throws IOException {
        TabularData iris = load(new Iris(new IrisSettings(0.2, 0.2, 1), new TestRandomSource(1)));
        for (int c = 0; c < iris.width(); c++) {
            int column = c;
            double mean = Arrays.stream(iris.split().train()).mapToDouble(row -> iris.features()[row * 4 + column]).average().orElseThrow();
            double square = Arrays.stream(iris.split().train()).mapToDouble(row -> Math.pow(iris.features()[row * 4 + column], 2)).average().orElseThrow();
            assertEquals(0, mean, 1e-12);
            assertEquals(1, square, 1e-12);
        }
    }

    @Test
    void digitsCanBeToldByPairs() throws IOException {
        TabularData ten = digits(DigitTask.DIGIT, 1);
        TabularData five = digits(DigitTask.PAIR, 1);
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, counts(ten));
        assertEquals(List.of("0-1", "2-3", "4-5", "6-7", "8-9"), five.classes());
        assertArrayEquals(Arrays.stream(ten.labels()).map(label -> label / 2).toArray(), five.labels());
    }

    @Test
    void aSmallerTrainShareKeepsScaleAndOtherParts() throws IOException {
        TabularData all = digits(DigitTask.DIGIT, 1);
        TabularData few = digits(DigitTask.DIGIT, 0.05);
        assertArrayEquals(all.features(), few.features());
        assertArrayEquals(all.split().test(), few.split().test());
        assertEquals(54, few.split().train().length);
        assertArrayEquals(Arrays.copyOf(all.split().train(), 54), few.split().train());
        assertTrue(Arrays.stream(few.features()).allMatch(Double::isFinite), "constant pixels");
    }

    @Test
    void refusesSharesThatLeaveNothingToTrainOn() {
        InputException refused = assertThrows(InputException.class, () -> new Iris(new IrisSettings(0.5, 0.5, 1), new TestRandomSource(1)));
        assertTrue(refused.getMessage().contains("validation 0.5 and test 0.5"), refused.getMessage());
    }
}
