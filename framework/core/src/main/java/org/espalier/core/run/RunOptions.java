package org.espalier.core.run;

import java.util.List;
import java.util.OptionalInt;

/**
 * How to run a plan.
 *
 * @param parallel  trials at a time; empty: as many as the device has room for
 * @param device    the device's id
 * @param listeners followers of this run, beside those registered as services
 */
public record RunOptions(OptionalInt parallel, String device, List<RunListener> listeners) {
    /** As many trials at a time as fit, on the CPU. */
    public static RunOptions following(RunListener... listeners) {
        return new RunOptions(OptionalInt.empty(), "cpu", List.of(listeners));
    }
}
