package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HelperTeamTest {
    @Test
    void runsEveryPartInEveryRound() {
        try (HelperTeam team = new HelperTeam("test", 3)) {
            int[] done = new int[3];
            for (int round = 0; round < 2000; round++) {
                team.run(part -> done[part]++);
            }
            assertArrayEquals(new int[] {2000, 2000, 2000}, done);
        }
    }

    @Test
    void reportsAHelpersFailureAndGoesOn() {
        try (HelperTeam team = new HelperTeam("test", 2)) {
            IllegalStateException failure = assertThrows(IllegalStateException.class, () -> team.run(part -> {
                if (part == 1) {
                    throw new IllegalArgumentException("part " + part);
                }
            }));
            assertEquals("part 1", failure.getCause().getMessage());
            team.run(part -> {
            });
        }
    }
}
