package org.espalier.core.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All combinations of a sweep's values. */
final class Grid {
    private Grid() {
    }

    /** One map of full key to value per combination, the last key varying fastest; a single empty map if there is nothing to sweep. */
    static List<Map<String, String>> points(Map<String, List<String>> sweep) {
        List<Map<String, String>> points = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : sweep.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> point : points) {
                for (String value : axis.getValue()) {
                    Map<String, String> extended = new LinkedHashMap<>(point);
                    extended.put(axis.getKey(), value);
                    longer.add(extended);
                }
            }
            points = longer;
        }
        return points;
    }

    /** The point with each key shortened to its last segment where that is unique. */
    static Map<String, String> shortened(Map<String, String> point) {
        Map<String, String> names = new LinkedHashMap<>();
        point.forEach((key, value) -> {
            long same = point.keySet().stream().filter(other -> last(other).equals(last(key))).count();
            names.put(same == 1 ? last(key) : key, value);
        });
        return names;
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
