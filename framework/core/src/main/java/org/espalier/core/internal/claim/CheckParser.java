package org.espalier.core.internal.claim;

import java.util.ArrayList;
import java.util.List;

import org.espalier.core.internal.claim.Check.Aggregate;
import org.espalier.core.internal.claim.Check.Expression;
import org.espalier.core.internal.claim.Check.Operation;
import org.espalier.core.internal.claim.Check.Over;

/** Recursive descent over the grammar in {@link Check}. */
final class CheckParser {
    private final String text;
    private int at;

    CheckParser(String text) {
        this.text = text;
    }

    Check check() {
        Expression left = expression();
        int boundAt = skip();
        Check check = at == text.length() ? Check.unbounded(left) : take("in") ? interval(left, boundAt) : comparison(left, boundAt);
        skip();
        if (at < text.length()) {
            throw expected("the end");
        }
        if (check.estimate().aggregates().isEmpty()) {
            throw new IllegalArgumentException("it mentions no result; write e.g. mean(accuracy | variant)");
        }
        return check;
    }

    private Check interval(Expression left, int boundAt) {
        need("[");
        double low = number();
        need(",");
        double high = number();
        need("]");
        return new Check(left, low, high, text.substring(boundAt).strip());
    }

    private Check comparison(Expression left, int boundAt) {
        boolean atLeast = take(">=") || take(">");
        if (!atLeast && !take("<=") && !take("<")) {
            throw expected(">=, >, <=, <, in [low, high] or the end");
        }
        Expression right = expression();
        boolean constant = right.aggregates().isEmpty();
        double bound = constant ? right.value(java.util.Map.of()) : 0;
        Expression estimate = constant ? left : new Operation('-', left, right);
        String words = constant ? text.substring(boundAt).strip() : atLeast ? "> 0" : "< 0";
        return new Check(estimate, atLeast ? bound : Double.NEGATIVE_INFINITY, atLeast ? Double.POSITIVE_INFINITY : bound, words);
    }

    private Expression expression() {
        Expression result = term();
        while (true) {
            if (take("+")) {
                result = new Operation('+', result, term());
            } else if (take("-")) {
                result = new Operation('-', result, term());
            } else {
                return result;
            }
        }
    }

    private Expression term() {
        Expression result = factor();
        while (true) {
            if (take("*")) {
                result = new Operation('*', result, factor());
            } else if (take("/")) {
                result = new Operation('/', result, factor());
            } else {
                return result;
            }
        }
    }

    private Expression factor() {
        if (take("(")) {
            Expression inner = expression();
            need(")");
            return inner;
        }
        for (Over over : Over.values()) {
            if (take(over.word() + "(")) {
                return aggregate(over);
            }
        }
        if (take("-")) {
            return new Operation('-', new Check.Number(0), factor());
        }
        return new Check.Number(number());
    }

    private Aggregate aggregate(Over over) {
        int end = text.indexOf(')', at);
        if (end < 0) {
            throw expected(")");
        }
        List<String> parts = new ArrayList<>(List.of(text.substring(at, end).split("\\|")));
        at = end + 1;
        parts.replaceAll(String::strip);
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw expected("a metric and selectors, e.g. mean(accuracy | variant)");
        }
        return new Aggregate(over, parts.get(0), List.copyOf(parts.subList(1, parts.size())));
    }

    private double number() {
        skip();
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || ".eE".indexOf(text.charAt(at)) >= 0
                || at == start && text.charAt(at) == '-' || at > start && text.charAt(at) == '-' && "eE".indexOf(text.charAt(at - 1)) >= 0)) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw expected("a number or mean(metric | variant)");
        }
    }

    private int skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean take(String token) {
        skip();
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private void need(String token) {
        if (!take(token)) {
            throw expected("'" + token + "'");
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException(what + " is expected at '" + text.substring(at) + "'");
    }
}
