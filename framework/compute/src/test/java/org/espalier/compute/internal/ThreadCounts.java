package org.espalier.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import java.util.function.IntConsumer;

import org.espalier.compute.internal.kernel.Backwards;
import org.espalier.compute.internal.kernel.Team;

/** Work done by one thread and by several. */
public final class ThreadCounts {
    private static final int ROUNDS = 10;

    private ThreadCounts() {
    }

    /**
     * Does the work in one part, in parts from the last to the first, and on three real threads again and again, since a race shows only now and then. Work that
     * is never shared out fails.
     *
     * @param work gives an array of numbers, or of such arrays
     * @return what all of them gave, to the last bit
     */
    public static <A> A sameBits(Function<Team, A> work) {
        A one = work.apply(Team.SINGLE);
        for (int size : new int[] {2, 7, 40}) {
            Counted parts = new Counted(new Backwards(size));
            assertSame(size + " parts", one, work.apply(parts));
            assertTrue(parts.rounds > 0, "the work is too small to be shared out");
        }
        for (int round = 0; round < ROUNDS; round++) {
            assertSame("three threads, round " + round, one, onThreads(3, work));
        }
        return one;
    }

    private static void assertSame(String how, Object expected, Object actual) {
        assertArrayEquals(new Object[] {expected}, new Object[] {actual}, how);
    }

    /** What work makes on real threads. */
    public static <A> A onThreads(int threads, Function<Team, A> work) {
        try (HelperPool pool = new HelperPool(); HelperTeam team = new HelperTeam(pool, "test", threads)) {
            return work.apply(team);
        }
    }

    /** Counts how often work is shared out. */
    private static final class Counted implements Team {
        private final Team team;
        private int rounds;

        Counted(Team team) {
            this.team = team;
        }

        @Override
        public int size() {
            return team.size();
        }

        @Override
        public void run(IntConsumer part) {
            rounds++;
            team.run(part);
        }
    }
}
