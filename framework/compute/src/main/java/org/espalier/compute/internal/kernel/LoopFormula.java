package org.espalier.compute.internal.kernel;

import java.util.List;

/**
 * Arithmetic that one loop can do. Values are numbered: first those that come from outside, then the results of the steps.
 *
 * @param inputs  values from outside
 * @param steps   constants, and instructions whose arguments are numbers of values
 * @param outputs numbers of the values that are used outside
 */
record LoopFormula(int inputs, List<Instruction> steps, List<Integer> outputs) {
}
