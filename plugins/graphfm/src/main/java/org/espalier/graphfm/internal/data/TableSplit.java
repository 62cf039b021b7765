package org.espalier.graphfm.internal.data;

import org.espalier.data.field.io.RowDivision;

/** How a user's own table can be divided: always a tenth for test, a tenth for validation, the rest for training. */
enum TableSplit {
    /** The t-th row of its class goes by t mod 10. */
    EVERY_TENTH {
        @Override
        RowDivision division(long seed) {
            return RowDivision.everyTenth();
        }
    },
    /** At random within each class. */
    STRATIFIED {
        @Override
        RowDivision division(long seed) {
            return RowDivision.stratifiedTenths(seed);
        }
    },
    /** At random. */
    SHUFFLED {
        @Override
        RowDivision division(long seed) {
            return RowDivision.shuffledTenths(seed);
        }
    };

    abstract RowDivision division(long seed);
}
