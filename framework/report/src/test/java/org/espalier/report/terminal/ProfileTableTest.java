package org.espalier.report.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.espalier.api.compute.Profile;
import org.espalier.api.compute.Profile.Line;
import org.espalier.core.run.TrialProfile;
import org.junit.jupiter.api.Test;

class ProfileTableTest {
    @Test
    void sumsTrialsAndComparesProductsWithTheMeasuredRate() {
        Profile first = new Profile(1, 4e9, List.of(new Line("matmul", 1000, 0.25, 500_000_000L, 500_000_000L), new Line("tanh", 1000, 0.05, 100_000_000L, 0)));
        Profile second = new Profile(1, 4e9, List.of(new Line("matmul", 1000, 0.25, 500_000_000L, 500_000_000L), new Line("exp", 10, 0.002, 2_000_000L, 0)));

        String text = ProfileTable.text(List.of(new TrialProfile("a", "main", first), new TrialProfile("b", "main", second)), 100, Symbols.ASCII);

        assertEquals("""

                Where 2.00 s went (large products: 8.0 GFLOP/s)
                """, text.substring(0, text.indexOf(" op")));
        assertEquals(List.of("matmul", "2000", "0.50 s", "25.0 %", "250.0 us", "2.0", "50.0 %"), cells(text, "matmul"));
        assertEquals(List.of("tanh", "1000", "0.05 s", "2.5 %", "50.0 us", "2.0", ""), cells(text, "tanh"));
        assertEquals(List.of("compiling, data, metrics", "", "1.45 s", "72.4 %", "", "", ""), cells(text, "compiling"));
    }

    @Test
    void saysNothingIfNothingWasTimed() {
        assertEquals("", ProfileTable.text(List.of(), 100, Symbols.ASCII));
    }

    private static List<String> cells(String text, String start) {
        String line = text.lines().filter(l -> l.strip().startsWith(start)).findFirst().orElseThrow();
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
