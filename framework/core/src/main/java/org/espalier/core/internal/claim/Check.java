package org.espalier.core.internal.claim;

import java.util.List;
import java.util.Map;

/**
 * A parsed check: an expression over aggregates, compared with a bound.
 *
 * <pre>
 * check      = expression ( ">=" | ">" | "<=" | "<" ) expression | expression "in" "[" number "," number "]"
 * expression = term { ("+" | "-") term } ;  term = factor { ("*" | "/") factor }
 * factor     = number | aggregate | "(" expression ")" | "-" factor
 * aggregate  = "mean" "(" metric { "|" selector } ")" ;  selector = variant name or key=value
 * </pre>
 *
 * A comparison of two expressions is taken as their difference compared with zero, a bare number on the right as the bound.
 *
 * @param estimate what is estimated for each seed
 * @param low      least allowed value, minus infinity if none
 * @param high     greatest allowed value, infinity if none
 * @param bound    the bound as written, e.g. {@code >= 0.02}
 */
public record Check(Expression estimate, double low, double high, String bound) {

    /** A number for each seed. */
    public sealed interface Expression {
        /** The aggregates it mentions. */
        List<Aggregate> aggregates();

        /** Its value when each aggregate has the given one. */
        double value(Map<Aggregate, Double> values);
    }

    /** A constant. */
    record Number(double number) implements Expression {
        @Override
        public List<Aggregate> aggregates() {
            return List.of();
        }

        @Override
        public double value(Map<Aggregate, Double> values) {
            return number;
        }
    }

    /** {@code mean(metric | selectors)}. */
    public record Aggregate(String metric, List<String> selectors) implements Expression {
        @Override
        public List<Aggregate> aggregates() {
            return List.of(this);
        }

        @Override
        public double value(Map<Aggregate, Double> values) {
            return values.get(this);
        }

        @Override
        public String toString() {
            return "mean(" + metric + (selectors.isEmpty() ? "" : " | " + String.join(" | ", selectors)) + ")";
        }
    }

    /** An arithmetic operation. */
    record Operation(char operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Aggregate> aggregates() {
            return java.util.stream.Stream.concat(left.aggregates().stream(), right.aggregates().stream()).distinct().toList();
        }

        @Override
        public double value(Map<Aggregate, Double> values) {
            double l = left.value(values);
            double r = right.value(values);
            return switch (operator) {
                case '+' -> l + r;
                case '-' -> l - r;
                case '*' -> l * r;
                default -> l / r;
            };
        }
    }

    /** @throws IllegalArgumentException saying what was expected where */
    public static Check parse(String text) {
        return new CheckParser(text).check();
    }
}
