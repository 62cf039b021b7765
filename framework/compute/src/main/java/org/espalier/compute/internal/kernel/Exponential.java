package org.espalier.compute.internal.kernel;

/**
 * The exponential function as arithmetic, for one element type: with x = n ln 2 + r, e^x is 2^n e^r, where e^r - 1 is Taylor's series for |r| up to half of ln 2. Relative errors, which
 * a test holds: in single precision 3e-7 of exp and 4e-7 of expm1, in double precision 6e-16 and 8e-16; results below twice the smallest normal number are 0.
 *
 * @param smallest beyond it the result is 0
 * @param largest  beyond it the result is infinite
 * @param round    adding and subtracting it rounds to the nearest whole number, which the sum's lowest bits hold in between
 * @param ln2High  most of ln 2, so that products with small whole numbers are exact
 * @param ln2Low   the rest of it
 * @param terms    of the series
 */
record Exponential(double smallest, double largest, double round, double ln2High, double ln2Low, int terms) {
    static final Exponential FLOAT = new Exponential(-87.6, 88.9, 0x1.8p23, 0.693359375, -2.12194440e-4, 7);
    static final Exponential DOUBLE = new Exponential(-708.7, 709.9, 0x1.8p52, 0x1.62e42feep-1, 0x1.a39ef35793c76p-33, 13);
    private static final double LOG2_E = 1 / Math.log(2);

    Term exp(Term x) {
        Term shifted = shifted(x);
        return series(rest(x, shifted)).times(2).plus(2).times(shifted.halfPower());
    }

    /** 2^n q + (2^n - 1), where q is e^r - 1. */
    Term expm1(Term x) {
        Term shifted = shifted(x);
        Term half = shifted.halfPower();
        return series(rest(x, shifted)).times(half).plus(half.plus(-0.5)).times(2);
    }

    /** The argument held where n has a place, if it is not there already. */
    Term bounded(Term x, double least, double most) {
        Term above = least < smallest ? x.max(smallest) : x;
        return most > largest ? above.min(largest) : above;
    }

    private Term shifted(Term x) {
        return x.times(LOG2_E).plus(round);
    }

    private Term rest(Term x, Term shifted) {
        Term whole = shifted.plus(-round);
        return x.plusScaled(whole, -ln2High).plusScaled(whole, -ln2Low);
    }

    private Term series(Term r) {
        double factorial = 1;
        for (int n = 2; n <= terms; n++) {
            factorial *= n;
        }
        Term sum = r.times(1 / factorial).plus(terms / factorial);
        for (int n = terms - 1; n >= 2; n--) {
            factorial /= n + 1;
            sum = sum.horner(r, n / factorial);
        }
        return sum.times(r);
    }
}
