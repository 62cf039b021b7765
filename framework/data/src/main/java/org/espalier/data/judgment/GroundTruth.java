package org.espalier.data.judgment;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.espalier.api.metric.Predictions.Ranking;

/** True places of models: 0 the best, without gaps among the models that have one, {@link Ranking#UNKNOWN} for the others. */
public final class GroundTruth {
    private GroundTruth() {
    }

    /** Places when nothing is known. */
    public static int[] unknown(int models) {
        int[] places = new int[models];
        Arrays.fill(places, Ranking.UNKNOWN);
        return places;
    }

    /**
     * Places by an order.
     *
     * @param models the models to place
     * @param order  names, best first; those of other models are left out
     */
    public static int[] ofOrder(List<String> models, List<String> order) {
        int[] places = unknown(models.size());
        int next = 0;
        for (String name : order) {
            int model = models.indexOf(name);
            if (model >= 0 && places[model] == Ranking.UNKNOWN) {
                places[model] = next++;
            }
        }
        return places;
    }

    /**
     * Places by ratings, the greatest first. Of equal ratings the first named goes first, and that is noted.
     *
     * @param ratings by name, in the order of their file
     */
    public static int[] ofRatings(List<String> models, Map<String, Double> ratings, Consumer<String> notes) {
        List<String> known = ratings.keySet().stream().filter(models::contains).toList();
        Set<String> equal = equals(known, ratings);
        if (!equal.isEmpty()) {
            notes.accept("Equal true ratings of " + String.join(", ", equal) + ": they are placed in the order of the file");
        }
        return ofOrder(models, known.stream().sorted((a, b) -> Double.compare(ratings.get(b), ratings.get(a))).toList());
    }

    private static Set<String> equals(Collection<String> known, Map<String, Double> ratings) {
        Set<Double> seen = new HashSet<>();
        Set<Double> twice = known.stream().map(ratings::get).filter(rating -> !seen.add(rating)).collect(Collectors.toSet());
        return known.stream().filter(name -> twice.contains(ratings.get(name))).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
