package org.espalier.data.internal.json;

/** Escape sequences in JSON strings. */
final class JsonEscapes {
    private JsonEscapes() {
    }

    /** The text that was written so. */
    static String resolved(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (++i < raw.length() && raw.charAt(i) == 'u' && i + 4 < raw.length()) {
                plain.append(codeUnit(raw.substring(i + 1, i + 5)));
                i += 4;
            } else if (i < raw.length()) {
                int known = "nrtbf".indexOf(raw.charAt(i));
                plain.append(known < 0 ? raw.charAt(i) : "\n\r\t\b\f".charAt(known));
            }
        }
        return plain.toString();
    }

    private static char codeUnit(String hex) {
        try {
            return (char) Integer.parseInt(hex, 16);
        } catch (NumberFormatException e) {
            throw new JsonProblem("'\\u" + hex + "' is no character");
        }
    }
}
