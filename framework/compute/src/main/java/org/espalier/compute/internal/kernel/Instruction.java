package org.espalier.compute.internal.kernel;

/**
 * One step of a {@link Formula}: a function of one or two other steps.
 *
 * @param function what is done
 * @param x        the step that gives the first argument; for an input or a constant its number
 * @param y        the step that gives the second; -1 if there is none
 * @param factor   of {@link Function#SCALE}, {@link Function#AFFINE} and {@link Function#ADD_SCALED}; the value of a constant
 *                 or the least that the argument of {@link Function#EXP} and {@link Function#EXPM1} can be
 * @param summand  of {@link Function#SHIFT}, {@link Function#AFFINE} and {@link Function#HORNER}, or the most that the argument of {@link Function#EXP} and {@link Function#EXPM1} can be
 * @param draws    of {@link Function#DRAW}, null otherwise
 * @param row      of {@link Function#ROW}, null otherwise
 */
record Instruction(Function function, int x, int y, double factor, double summand, Draws draws, RowFold row) {

    Instruction(Function function, int x, int y, double factor, double summand) {
        this(function, x, y, factor, summand, null, null);
    }

    /** What a step does. */
    enum Function {
        INPUT, CONSTANT, ADD, SUBTRACT, MULTIPLY, DIVIDE, MAX, MIN, SCALE, SHIFT, AFFINE,
        /** x y + summand, rounded once. */
        HORNER,
        /** x + factor y, rounded once. */
        ADD_SCALED,
        ABS, SQRT, POSITIVE,
        /** Half of 2^n for a whole number n to which the type's rounding constant was added. */
        HALF_POWER,
        FLOOR, POWER, EXP, EXPM1, LOG, ERF, SIN, COS, DRAW, ROW;

        /** Whether it only brings values in. */
        boolean isLeaf() {
            return this == INPUT || this == CONSTANT;
        }

        /** Whether it is arithmetic of single elements, which one loop can do with others of its kind. */
        boolean isArithmetic() {
            return !isLeaf() && compareTo(HALF_POWER) < 0;
        }
    }

    /** The same of other arguments; a leaf has none. */
    Instruction reading(Term[] terms) {
        return function.isLeaf() ? this : new Instruction(function, terms[x].step(), y < 0 ? -1 : terms[y].step(), factor, summand, draws, row);
    }

    boolean reads(int step) {
        return !function.isLeaf() && (x == step || y == step);
    }

    /**
     * @param p    the first argument's values
     * @param q    the second argument's
     * @param from place of the first element, which random numbers depend on, as on the iteration
     */
    <A> void run(Vectors<A> vectors, A p, A q, A z, int from, int count, long iteration) {
        switch (function) {
            case ADD -> vectors.add(p, q, z, count);
            case SUBTRACT -> vectors.subtract(p, q, z, count);
            case MULTIPLY -> vectors.multiply(p, q, z, count);
            case DIVIDE -> vectors.divide(p, q, z, count);
            case MAX -> vectors.max(p, q, z, count);
            case MIN -> vectors.min(p, q, z, count);
            case SCALE -> vectors.scale(p, factor, z, count);
            case SHIFT -> vectors.shift(p, summand, z, count);
            case AFFINE -> vectors.affine(p, factor, summand, z, count);
            case HORNER -> vectors.horner(p, q, summand, z, count);
            case ADD_SCALED -> vectors.addScaled(p, factor, q, z, count);
            case HALF_POWER -> vectors.halfPower(p, z, count);
            case ABS -> vectors.abs(p, z, count);
            case SQRT -> vectors.sqrt(p, z, count);
            case POSITIVE -> vectors.positive(p, z, count);
            case FLOOR -> vectors.floor(p, z, count);
            case POWER -> vectors.power(p, q, z, count);
            case LOG -> vectors.log(p, z, count);
            case ERF -> vectors.erf(p, z, count);
            case SIN -> vectors.sin(p, z, count);
            case COS -> vectors.cos(p, z, count);
            case DRAW -> vectors.draw(draws, draws.start(iteration), from, p, z, count);
            case ROW -> row.run(vectors, p, z, count);
            default -> throw new IllegalStateException(function + " is no work");
        }
    }
}
