package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HelperTeamTest {
    @Test
    void runsEveryPartInEveryRound() {
        try (HelperPool pool = new HelperPool(); HelperTeam team = new HelperTeam(pool, "test", 3)) {
            int[] done = new int[3];
            for (int round = 0; round < 2000; round++) {
                team.run(part -> done[part]++);
            }
            assertArrayEquals(new int[] {2000, 2000, 2000}, done);
        }
    }

    @Test
    void borrowsOneThreadLessThanItsSizeAndGivesThemBack() {
        try (HelperPool pool = new HelperPool()) {
            new HelperTeam(pool, "large", 3).close();
            try (HelperTeam small = new HelperTeam(pool, "small", 2); HelperTeam alone = new HelperTeam(pool, "alone", 1)) {
                assertEquals(List.of(2, 1, 2), List.of(small.size(), alone.size(), pool.size()));
            }
        }
    }

    @Test
    void reportsAHelpersFailureAndGoesOn() {
        try (HelperPool pool = new HelperPool(); HelperTeam team = new HelperTeam(pool, "test", 2)) {
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

    @Test
    void aFailureOfBothIsOverWithThatRound() {
        try (HelperPool pool = new HelperPool(); HelperTeam team = new HelperTeam(pool, "test", 2)) {
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> team.run(part -> {
                throw new IllegalArgumentException("part " + part);
            }));
            assertEquals("part 0", failure.getMessage());
            assertEquals("part 1", failure.getSuppressed()[0].getMessage());
            team.run(part -> {
            });
        }
    }
}
