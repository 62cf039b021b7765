package org.espalier.standard.internal.data;

import java.util.Arrays;
import java.util.List;

import org.espalier.data.tabular.TabularData;

/** What is to be told from a digit's picture. */
public enum DigitTask {
    /** Which of the ten it is. */
    DIGIT {
        @Override
        TabularData of(TabularData digits) {
            return digits;
        }
    },
    /** Which of five pairs of neighbours it belongs to: 0 or 1, 2 or 3 and so on. */
    PAIR {
        @Override
        TabularData of(TabularData digits) {
            int[] pairs = Arrays.stream(digits.labels()).map(label -> Integer.parseInt(digits.classes().get(label)) / 2).toArray();
            List<String> names = List.of("0-1", "2-3", "4-5", "6-7", "8-9");
            return new TabularData(digits.name(), digits.columns(), digits.features(), pairs, names, digits.split());
        }
    };

    abstract TabularData of(TabularData digits);
}
