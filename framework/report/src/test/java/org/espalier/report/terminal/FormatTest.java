package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.espalier.core.run.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({"0.7345678, 0.7346", "0, 0.0000", "12.5, 12.5000", "0.000012345, 1.235e-05", "1234567, 1.235e+06", "NaN, undefined", "-0.5, -0.5000"})
    void writesValuesWithFourDigits(double value, String text) {
        assertEquals(text, Format.value(value));
    }

    @Test
    void saysInHowManyTrialsAValueIsDefined() {
        assertEquals("0.5000 ± 0.1000", Format.statistic(Statistic.of(List.of(0.4, 0.6)), 2, "±"));
        assertEquals("0.5000 ± 0.1000 (2 of 3)", Format.statistic(Statistic.of(List.of(0.4, Double.NaN, 0.6)), 3, "±"));
        assertEquals("0.4000 (1 of 2)", Format.statistic(Statistic.of(List.of(0.4, Double.NaN)), 2, "±"));
        assertEquals("undefined", Format.statistic(Statistic.of(List.of(Double.NaN, Double.NaN)), 2, "±"));
    }

    @ParameterizedTest
    @CsvSource({"0.8412, 0.84 s", "9.999, 10.0 s", "12.34, 12.3 s", "59.97, 1:00", "245, 4:05", "3723, 1:02:03", "NaN, ''"})
    void writesTimeSpans(double seconds, String text) {
        assertEquals(text, Format.seconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"312, 312 B", "1572864, 1.5 MiB", "0, 0 B"})
    void writesSizes(long bytes, String text) {
        assertEquals(text, Format.bytes(bytes));
    }

    @Test
    void counts() {
        assertEquals("1 trial, 2 trials", Format.count(1, "trial") + ", " + Format.count(2, "trial"));
    }
}
