package org.espalier.core.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.espalier.core.internal.text.Names;

/** Single values: reading them, and naming their types for people. */
final class Scalar {
    private Scalar() {
    }

    static boolean reads(Class<?> type) {
        return type.isEnum() || List.<Class<?>>of(int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class,
                String.class).contains(type);
    }

    /** The value that a text stands for; empty if it stands for none. */
    static Optional<Object> read(Class<?> type, String text) {
        try {
            if (type == int.class || type == Integer.class) {
                return Optional.of(Integer.valueOf(text));
            }
            if (type == long.class || type == Long.class) {
                return Optional.of(Long.valueOf(text));
            }
            if (type == double.class || type == Double.class) {
                return Optional.<Object>of(Double.valueOf(text)).filter(d -> Double.isFinite((Double) d));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
        }
        return type.isEnum() ? constant(type, text) : Optional.of(text);
    }

    private static Optional<Object> constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> Names.kebab(((Enum<?>) c).name()).equals(text)).findFirst().map(c -> c);
    }

    static List<String> choices(Class<?> type) {
        return type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(c -> Names.kebab(((Enum<?>) c).name())).toList()
                : type == boolean.class || type == Boolean.class ? List.of("true", "false") : List.of();
    }

    static String name(Class<?> type) {
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        return type == boolean.class || type == Boolean.class ? "yes/no" : type.isEnum() ? "choice" : "text";
    }

    static String expected(Class<?> type) {
        String name = name(type);
        return switch (name) {
            case "integer" -> "an integer";
            case "yes/no", "choice" -> "one of these";
            case "text" -> "a text";
            default -> "a " + name;
        };
    }
}
