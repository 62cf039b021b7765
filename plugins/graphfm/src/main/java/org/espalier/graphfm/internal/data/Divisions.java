package org.espalier.graphfm.internal.data;

import org.espalier.data.field.io.RowDivision;

/** The divisions that users can name. */
final class Divisions {
    private static final long PUBLISHED_SEED = 2018;

    private Divisions() {
    }

    /** @param name {@code stratified} or {@code every-tenth} */
    static RowDivision of(String name) {
        return name.equals("stratified") ? RowDivision.stratifiedTenths(PUBLISHED_SEED) : RowDivision.everyTenth();
    }
}
