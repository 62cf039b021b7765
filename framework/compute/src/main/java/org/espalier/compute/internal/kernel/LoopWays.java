package org.espalier.compute.internal.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ways of the formulas used last, for all programs: those of ten seeds are the same ten times, and one generated class does for them. */
final class LoopWays {
    private static final int MOST = 500;
    private static final Map<Key, LoopWay> WAYS = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LoopWay> eldest) {
            return size() > MOST;
        }
    };

    private record Key(LoopFormula formula, Class<?> type) {
    }

    private LoopWays() {
    }

    /** @param type of the elements, float or double */
    static LoopWay of(LoopFormula formula, Class<?> type) {
        synchronized (WAYS) {
            return WAYS.computeIfAbsent(new Key(formula, type), key -> new LoopWay(formula, type));
        }
    }
}
