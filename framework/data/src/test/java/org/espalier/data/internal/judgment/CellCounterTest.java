package org.espalier.data.internal.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellCounterTest {
    private static final int KEYS = 300;

    static Stream<List<CellCounter>> pairs() {
        return Stream.of(List.of(new DenseCells(KEYS), new DenseCells(KEYS)), List.of(new SortedCells(), new SortedCells()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void showsEachCellOnceWithTheCountsOfItsOutcomes(List<CellCounter> counters) {
        TreeMap<Long, int[]> expected = new TreeMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int key = random.nextInt(KEYS / 2) * 2;
            int times = i % 5 + 1;
            CellCounter counter = counters.get(i % 2);
            if (times == 1) {
                counter.count(key);
            } else {
                counter.count(key, times);
            }
            expected.computeIfAbsent(key / 3L, cell -> new int[3])[key % 3] += times;
        }
        counters.get(0).merge(counters.get(1));

        List<String> shown = new ArrayList<>();
        counters.get(0).forEach((cell, first, second, ties) -> shown.add(cell + " " + first + " " + second + " " + ties));

        assertEquals(expected.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()[0] + " " + e.getValue()[1] + " " + e.getValue()[2]).toList(), shown);
        assertEquals(expected.size(), counters.get(0).cells());
    }
}
