package org.espalier.core.internal.claim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A parsed check: an expression over aggregates, compared with a bound.
 *
 * <pre>
 * check      = expression [ ( ">=" | ">" | "<=" | "<" ) expression | "in" "[" number "," number "]" ]
 * expression = term { ("+" | "-") term } ;  term = factor { ("*" | "/") factor }
 * factor     = number | aggregate | "(" expression ")" | "-" factor
 * aggregate  = ( "mean" | "min" | "max" ) "(" metric { "|" selector } ")" ;  selector = variant name or key=value
 * </pre>
 *
 * {@code mean} is an estimate with an interval over seeds. {@code min} and {@code max} speak of the seeds that were run and nothing beyond: the least and the greatest value of any of them.
 *
 * An expression alone is not compared with anything: it is measured and reported.
 * A comparison of two expressions is taken as their difference compared with zero, a bare number on the right as the bound.
 *
 * @param estimate what is estimated
 * @param low      least allowed value, minus infinity if none
 * @param high     greatest allowed value, infinity if none
 * @param bound    the bound as written, e.g. {@code >= 0.02}
 */
public record Check(Expression estimate, double low, double high, String bound) {

    /** A number. */
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

    /** How an aggregate sums up seeds. */
    public enum Over {
        MEAN, MIN, MAX;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        double of(Collection<Double> values) {
            DoubleStream all = values.stream().mapToDouble(Double::doubleValue);
            return (switch (this) {
                case MEAN -> all.average();
                case MIN -> all.min();
                case MAX -> all.max();
            }).orElse(Double.NaN);
        }
    }

    /** {@code mean(metric | selectors)}, or {@code min} or {@code max}. */
    public record Aggregate(Over over, String metric, List<String> selectors) implements Expression {
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
            return over.word() + "(" + metric + (selectors.isEmpty() ? "" : " | " + String.join(" | ", selectors)) + ")";
        }
    }

    /** An arithmetic operation. */
    record Operation(char operator, Expression left, Expression right) implements Expression {
        @Override
        public List<Aggregate> aggregates() {
            return Stream.concat(left.aggregates().stream(), right.aggregates().stream()).distinct().toList();
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

    /** The measured value and nothing claimed of it. */
    static Check unbounded(Expression estimate) {
        return new Check(estimate, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "no bound");
    }

    boolean isUnbounded() {
        return Double.isInfinite(low) && Double.isInfinite(high);
    }

    /** Whether it speaks of single seeds. */
    boolean extreme() {
        return estimate.aggregates().stream().anyMatch(aggregate -> aggregate.over() != Over.MEAN);
    }

    /** @throws IllegalArgumentException saying what was expected where */
    public static Check parse(String text) {
        return new CheckParser(text).check();
    }
}
