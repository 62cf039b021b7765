package org.espalier.data.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks through JSON text in UTF-8 without building anything: one looks at the fields one wants and skips the rest.
 * Every error is a {@link JsonProblem}.
 */
public final class JsonCursor {
    private static final int LONGEST_EXCERPT = 40;

    private byte[] text = {};
    private int at;
    private int end;
    private int valueStart;
    private int valueEnd;
    private boolean escaped;

    /** Goes to the start of a text. */
    public void open(byte[] bytes, int from, int to) {
        text = bytes;
        at = from;
        end = to;
    }

    /** The first character of the next value. */
    public byte peek() {
        while (at < end && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        if (at == end) {
            throw new JsonProblem("the text ends too early; was it cut off?");
        }
        return text[at];
    }

    /** Steps over an expected character. */
    public void need(char expected) {
        if (peek() != expected) {
            throw new JsonProblem("expected '" + expected + "' but found '" + excerpt() + "'");
        }
        at++;
    }

    /** Enters an object or array; false if it is empty, which is then left. */
    public boolean enter(char opening) {
        need(opening);
        if (peek() == (opening == '{' ? '}' : ']')) {
            at++;
            return false;
        }
        return true;
    }

    /** After a value: whether another follows; if not, the object or array is left. */
    public boolean more(char closing) {
        byte next = peek();
        if (next != ',' && next != closing) {
            throw new JsonProblem("expected ',' or '" + closing + "' but found '" + excerpt() + "'");
        }
        at++;
        return next == ',';
    }

    /** Reads a field's name, to be asked for by {@link #is} or {@link #text}, and the colon. */
    public void name() {
        string();
        need(':');
    }

    /** Reads a string, to be asked for by {@link #is} or {@link #text}. */
    public void string() {
        need('"');
        valueStart = at;
        escaped = false;
        while (true) {
            toQuoteOrBackslash();
            if (text[at] == '"') {
                valueEnd = at++;
                return;
            }
            escaped = true;
            at += 2;
        }
    }

    private void toQuoteOrBackslash() {
        at = Math.min(at, end);
        at = ByteSearch.find(text, at, end, '"', '\\');
        if (at == end) {
            throw new JsonProblem("a text in quotes does not end; was the line cut off?");
        }
    }

    /** Reads an integer. */
    public long integer() {
        byte first = peek();
        boolean negative = first == '-';
        int start = negative ? at + 1 : at;
        int place = start;
        long value = 0;
        while (place < end && text[place] >= '0' && text[place] <= '9' && place - start < 18) {
            value = value * 10 + text[place++] - '0';
        }
        boolean ended = place < end && (text[place] == ',' || text[place] == '}' || text[place] == ']' || text[place] <= ' ' && text[place] >= 0) || place == end;
        if (place == start || !ended) {
            throw new JsonProblem("expected an integer but found '" + excerpt() + "'");
        }
        at = place;
        return negative ? -value : value;
    }

    /** Steps over any value. */
    public void skip() {
        byte first = peek();
        if (first == '"') {
            string();
        } else if (first == '{' || first == '[') {
            skipNested((char) first);
        } else {
            skipLiteral();
        }
    }

    private void skipNested(char opening) {
        char closing = opening == '{' ? '}' : ']';
        if (enter(opening)) {
            do {
                if (opening == '{') {
                    name();
                }
                skip();
            } while (more(closing));
        }
    }

    private void skipLiteral() {
        int start = at;
        while (at < end && (text[at] >= '0' && text[at] <= '9' || text[at] >= 'a' && text[at] <= 'z' || text[at] >= 'A' && text[at] <= 'Z'
                || text[at] == '-' || text[at] == '+' || text[at] == '.')) {
            at++;
        }
        if (at == start) {
            throw new JsonProblem("expected a value but found '" + excerpt() + "'");
        }
    }

    /** Whether nothing but blanks is left. */
    public boolean atEnd() {
        while (at < end && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at == end;
    }

    /** Refuses anything but blanks. */
    public void finish() {
        if (!atEnd()) {
            throw new JsonProblem("something follows the end of the object: '" + excerpt() + "'");
        }
    }

    /** Whether the string or name read last is this one. */
    public boolean is(byte[] expected) {
        return valueEnd - valueStart == expected.length && Arrays.equals(text, valueStart, valueEnd, expected, 0, expected.length);
    }

    /** Bytes of the string or name read last, as written. */
    public int length() {
        return valueEnd - valueStart;
    }

    /** Place of the string read last, in a table of names; see {@link NameTable#find}. */
    public int find(NameTable names) {
        return escaped ? names.find(text()) : names.find(text, valueStart, valueEnd);
    }

    /** The string or name read last. */
    public String text() {
        String raw = new String(text, valueStart, valueEnd - valueStart, StandardCharsets.UTF_8);
        return escaped ? JsonEscapes.resolved(raw) : raw;
    }

    private String excerpt() {
        return new String(text, at, Math.min(LONGEST_EXCERPT, end - at), StandardCharsets.UTF_8).strip();
    }
}
