package org.espalier.data.internal.pickle;

/** NumPy's {@code dtype}: made with a code such as {@code i4}, then told the byte order. */
final class PickledType implements Buildable {
    private final String code;
    private String order = "|";

    PickledType(String code) {
        this.code = code;
    }

    /** State: version, byte order, and what only structured types use. */
    @Override
    public void build(Object state) {
        order = (String) ((Object[]) state)[1];
    }

    /** As in array files, e.g. {@code <i4}. */
    String name() {
        return order + code;
    }
}
