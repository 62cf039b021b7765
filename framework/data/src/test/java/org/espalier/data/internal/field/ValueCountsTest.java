package org.espalier.data.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.espalier.api.error.DataException;
import org.espalier.data.field.io.Column;
import org.junit.jupiter.api.Test;

class ValueCountsTest {
    private static final int THRESHOLD = 3;
    private static final Column COLUMN = Column.value("many", 0, THRESHOLD);
    private static final int VALUES = 100_000;

    @Test
    void keepsExactlyTheFrequentValues() {
        ValueCounts counts = new ValueCounts(COLUMN, new MemoryBudget(Long.MAX_VALUE), new MemoryBudget(Long.MAX_VALUE));
        add(counts);
        assertEquals(false, counts.endPass());
        assertEquals(frequent(), texts(counts));
        assertEquals(drawn().size(), counts.distinct());
    }

    @Test
    void keepsTheSameInSeveralPassesWhenMemoryIsShort() {
        MemoryBudget texts = new MemoryBudget(Long.MAX_VALUE);
        ValueCounts counts = new ValueCounts(COLUMN, new MemoryBudget(100_000), texts);
        int passes = 1;
        add(counts);
        while (counts.endPass()) {
            add(counts);
            passes++;
        }
        assertTrue(passes > 4, passes + " passes");
        assertEquals(frequent(), texts(counts));
        assertEquals(drawn().size(), counts.distinct());
        assertEquals(VALUES, counts.present());
        assertTrue(texts.peak() < 3 * frequent().size() * 150L, texts.peak() + " bytes at a time: what another pass counts again is given back");
    }

    @Test
    void namesTheColumnWhoseFrequentValuesDoNotFit() {
        ValueCounts counts = new ValueCounts(COLUMN, new MemoryBudget(Long.MAX_VALUE), new MemoryBudget(20_000));
        String message = assertThrows(DataException.class, () -> add(counts)).getMessage();
        assertTrue(message.startsWith("Column 'many' has so many values that occur at least 3 times that there is no memory for all of them: 1"), message);
    }

    @Test
    void tellsValuesOfAllLengthsApart() {
        Set<Long> keys = new HashSet<>();
        for (int length = 1; length <= 40; length++) {
            byte[] text = ("x".repeat(length) + "        ").getBytes(StandardCharsets.US_ASCII);
            keys.add(CellHash.key(text, 0, length) * 31 + CellHash.check(text, 0, length));
        }
        assertEquals(40, keys.size());
    }

    @Test
    void doesNotLookAtWhatStandsBehindAValue() {
        byte[] one = "abc,12345678".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "abc\n87654321".getBytes(StandardCharsets.US_ASCII);
        assertEquals(CellHash.key(one, 0, 3), CellHash.key(other, 0, 3));
    }

    private static void add(ValueCounts counts) {
        Random random = new Random(7);
        ValueBuffer buffer = new ValueBuffer();
        for (int i = 0; i < VALUES; i++) {
            byte[] text = (value(random) + "        ").getBytes(StandardCharsets.US_ASCII);
            Row row = new Row(1);
            row.clear(0);
            row.addValue(0, text.length - 8);
            row.end(0, 0, 1);
            buffer.clear();
            buffer.add(text, row, 0);
            counts.add(buffer, text);
        }
    }

    private static Map<String, Integer> drawn() {
        Random random = new Random(7);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < VALUES; i++) {
            counts.merge(value(random), 1, Integer::sum);
        }
        return counts;
    }

    private static String value(Random random) {
        return "value-" + random.nextInt(50_000);
    }

    private static Set<String> frequent() {
        Set<String> frequent = new TreeSet<>();
        drawn().forEach((value, count) -> {
            if (count >= THRESHOLD) {
                frequent.add(value);
            }
        });
        return frequent;
    }

    private static Set<String> texts(ValueCounts counts) {
        Set<String> texts = new TreeSet<>();
        counts.kept().forEach(kept -> assertTrue(texts.add(new String(kept.text(), StandardCharsets.US_ASCII)), "kept twice"));
        return texts;
    }
}
