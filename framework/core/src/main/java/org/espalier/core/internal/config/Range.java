package org.espalier.core.internal.config;

import java.util.List;

import org.espalier.api.config.Param;

/** What values are allowed. */
record Range(double min, double max, boolean open, List<String> choices) {

    static Range of(Param param, Class<?> type) {
        return new Range(param.min(), param.max(), param.maxExclusive(), param.choices().length > 0 ? List.of(param.choices()) : Scalar.choices(type));
    }

    boolean allows(Object value) {
        if (value instanceof Number number) {
            double v = number.doubleValue();
            return v >= min && (open ? v < max : v <= max);
        }
        return !(value instanceof String text) || choices.isEmpty() || choices.contains(text);
    }

    /** For people: {@code [1, ∞)}, {@code a, b or c}, or nothing if all is allowed. */
    @Override
    public String toString() {
        if (!choices.isEmpty()) {
            return String.join(", ", choices);
        }
        if (Double.isInfinite(min) && Double.isInfinite(max)) {
            return "";
        }
        String low = Double.isInfinite(min) ? "(-∞" : "[" + number(min);
        String high = Double.isInfinite(max) ? "∞)" : number(max) + (open ? ")" : "]");
        return low + ", " + high;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
