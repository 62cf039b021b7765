package org.espalier.standard.internal.data;

import java.util.Arrays;

import org.espalier.data.tabular.TabularData;

/** Features shifted and scaled to mean 0 and standard deviation 1; a constant column becomes 0. */
final class Standardized {
    private Standardized() {
    }

    /** The whole table, by mean and (population) standard deviation of some of its rows. */
    static TabularData by(int[] rows, TabularData table) {
        int width = table.width();
        double[] features = table.features().clone();
        for (int column = 0; column < width; column++) {
            int at = column;
            double mean = Arrays.stream(rows).mapToDouble(row -> features[row * width + at]).average().orElse(0);
            double variance = Arrays.stream(rows).mapToDouble(row -> Math.pow(features[row * width + at] - mean, 2)).average().orElse(0);
            double scale = variance > 0 ? Math.sqrt(variance) : 1;
            for (int row = 0; row < table.rows(); row++) {
                features[row * width + at] = (features[row * width + at] - mean) / scale;
            }
        }
        return new TabularData(table.name(), table.columns(), features, table.labels(), table.classes(), table.split());
    }
}
