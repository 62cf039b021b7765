package org.espalier.data.internal.field;

import java.nio.charset.StandardCharsets;

/** Numbers written in ASCII. */
final class Numbers {
    private static final int SAFE_DIGITS = 15;

    private Numbers() {
    }

    /** The number, or NaN if the text is not a finite decimal number. */
    static double parse(byte[] text, int start, int length) {
        boolean negative = length > 0 && text[start] == '-';
        int digits = negative ? length - 1 : length;
        long value = 0;
        for (int i = start + length - digits; i < start + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return decimal(text, start, length);
            }
            value = value * 10 + digit;
        }
        if (digits == 0 || digits > SAFE_DIGITS) {
            return decimal(text, start, length);
        }
        return negative ? -value : value;
    }

    /** floor((ln x)²) for x greater than 2, as published preprocessing of Criteo does. */
    static double logSquare(double x) {
        double log = Math.log(x);
        return x > 2 ? Math.floor(log * log) : x;
    }

    private static double decimal(byte[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            byte c = text[i];
            if ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(new String(text, start, length, StandardCharsets.US_ASCII));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
