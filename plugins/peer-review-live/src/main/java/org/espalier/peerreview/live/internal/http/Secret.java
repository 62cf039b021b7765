package org.espalier.peerreview.live.internal.http;

/** A key. Shows itself to nobody but the request that carries it. */
public final class Secret {
    private static final String MASK = "***";
    /** What is shorter would mask ordinary words. */
    private static final int SHORTEST = 6;

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }

    /** The text with every occurrence of the key masked: servers like to repeat it in their complaints. */
    String maskIn(String text) {
        return value.length() < SHORTEST ? text : text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
