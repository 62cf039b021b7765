package org.espalier.standard.internal.data;

import org.espalier.api.config.Param;

/** Parameters of {@link Iris}. */
public record IrisSettings(
        @Param(value = "Share of all rows for validation", def = "0.2", min = 0, max = 1, maxExclusive = true) double validation,
        @Param(value = "Share of all rows for the test", def = "0.2", min = 0, max = 1, maxExclusive = true) double test,
        @Param(value = "Share of the remaining rows to train on", def = "1", min = 0, max = 1) double trainShare) {
}
