package org.espalier.peerreview.internal.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.espalier.api.metric.Predictions.Ranking;
import org.espalier.peerreview.internal.scoring.Standing;

/** True places in learned order. */
public final class Places {
    private Places() {
    }

    /** True places of the models, best score first, re-numbered from 0; models without a true place are left out. */
    public static int[] of(Ranking ranking) {
        int[] places = IntStream.of(Standing.descending(ranking.scores(), ranking.size())).map(model -> ranking.truth()[model]).filter(place -> place != Ranking.UNKNOWN).toArray();
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        return IntStream.of(places).map(place -> Arrays.binarySearch(sorted, place)).toArray();
    }
}
