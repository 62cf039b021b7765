package org.espalier.data.internal.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import org.espalier.api.error.DataException;
import org.espalier.data.field.io.Column;

/**
 * Counts the values of one column, and keeps the text of those that occur often enough. Exact whatever the number of values (see {@link CellHash}):
 * a value takes 12 bytes in an open-addressing table; if there is no memory for them all, they are counted in several passes. Kept texts have memory of their own, and
 * reading ends where it is too little: they are needed all at once.
 */
final class ValueCounts {
    private static final int FIRST_SIZE = 1 << 10;
    private static final int FETCHED = 64;
    private static final int ENTRY_BYTES = Long.BYTES + Integer.BYTES;

    /** Beside its text, what a kept value takes here and in a {@link Dictionary}. */
    private static final long KEPT_BYTES = 128;

    private final Column column;
    private final MemoryBudget budget;
    private final MemoryBudget texts;
    private final Deque<HashRange> later = new ArrayDeque<>();
    private final List<Kept> kept = new ArrayList<>();
    private HashRange range = HashRange.ALL;
    private boolean finished;
    private int keptBefore;
    private CountTable table = new CountTable(FIRST_SIZE);
    private int distinct;
    private long present;
    private long missing;
    private int most = 1;
    /** Keeps the compiler from leaving out looks into memory. */
    private long fetched;

    /** A value that occurs often enough. */
    record Kept(long key, int check, byte[] text) {
        private long bytes() {
            return KEPT_BYTES + text.length;
        }
    }

    /**
     * @param budget for the table
     * @param texts  for values that occur often enough
     */
    ValueCounts(Column column, MemoryBudget budget, MemoryBudget texts) {
        this.column = column;
        this.budget = budget;
        this.texts = texts;
        budget.take((long) FIRST_SIZE * ENTRY_BYTES);
    }

    /** Counts the values of a block. */
    synchronized void add(ValueBuffer values, byte[] block) {
        if (finished) {
            return;
        }
        present += values.size();
        missing += values.missing();
        most = Math.max(most, values.most());
        for (int start = 0; start < values.size(); start += FETCHED) {
            int end = Math.min(values.size(), start + FETCHED);
            fetched += table.fetch(values, start, end);
            for (int i = start; i < end; i++) {
                count(values, i, block);
            }
        }
    }

    private void count(ValueBuffer values, int i, byte[] block) {
        if (table.full()) {
            grow();
        }
        if (range.has(values.key(i)) && table.increment(values.key(i), values.check(i), column.minCount())) {
            keep(new Kept(values.key(i), values.check(i), values.text(i, block)));
        }
    }

    private void keep(Kept value) {
        if (!texts.take(value.bytes())) {
            throw new DataException(String.format(Locale.ROOT, "Column '%s' has so many values that occur at least %d times that there is no memory for all of them: %,d are kept. Choose a greater min-count, "
                    + "leave the column out, or start Java with a larger heap (JAVA_OPTS=-Xmx…)", column.name(), column.minCount(), kept.size()));
        }
        kept.add(value);
    }

    private boolean drop(Kept value) {
        if (range.has(value.key())) {
            return false;
        }
        texts.give(value.bytes());
        return true;
    }

    /** Ends a pass over the files. Returns whether another is needed. */
    boolean endPass() {
        distinct += finished ? 0 : table.size();
        keptBefore = kept.size();
        if (later.isEmpty()) {
            release();
            return false;
        }
        range = later.pop();
        table = new CountTable(table.capacity());
        present = 0;
        missing = 0;
        return true;
    }

    private void release() {
        if (!finished) {
            budget.give((long) table.capacity() * ENTRY_BYTES);
            table = new CountTable(1);
            finished = true;
        }
    }

    private void grow() {
        long more = (long) table.capacity() * ENTRY_BYTES;
        if (table.capacity() < CountTable.GREATEST && budget.take(more)) {
            table = table.copied(2 * table.capacity(), range);
        } else {
            later.push(range.upperHalf());
            range = range.lowerHalf();
            table = table.copied(table.capacity(), range);
            kept.subList(keptBefore, kept.size()).removeIf(this::drop);
        }
    }

    /** The values that occur often enough, in no order. */
    List<Kept> kept() {
        return kept;
    }

    /** Number of different values. */
    int distinct() {
        return distinct;
    }

    /** Values of all rows. */
    long present() {
        return present;
    }

    /** Rows without a value. */
    long missing() {
        return missing;
    }

    /** The most values in one row, at least 1. */
    int most() {
        return most;
    }
}
