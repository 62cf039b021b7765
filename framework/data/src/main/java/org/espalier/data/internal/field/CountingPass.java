package org.espalier.data.internal.field;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.espalier.data.field.io.Column.Form;
import org.espalier.data.field.io.FieldSchema;

/** The first pass over the files: checks every line, collects labels, counts values, and finds the range of numbers. */
final class CountingPass {
    /** Share of the heap for tables; at least 12 bytes for each of some million values. */
    private static final int HEAP_SHARE = 4;

    private final FieldSchema schema;
    private final BlockWorkers workers;
    private final boolean skipBad;
    private final MemoryBudget budget;
    private final MemoryBudget texts;
    private final ValueCounts[] counts;
    private NumberStatistics[] numbers;

    CountingPass(FieldSchema schema, BlockWorkers workers, boolean skipBad) {
        this(schema, workers, skipBad, Runtime.getRuntime().maxMemory() / HEAP_SHARE, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * @param memory bytes for the tables of all columns
     * @param kept   bytes for the values of all columns that occur often enough
     */
    CountingPass(FieldSchema schema, BlockWorkers workers, boolean skipBad, long memory, long kept) {
        this.budget = new MemoryBudget(memory);
        this.texts = new MemoryBudget(kept);
        this.schema = schema;
        this.workers = workers;
        this.skipBad = skipBad;
        this.counts = schema.columns().stream().map(column -> new ValueCounts(column, budget, texts)).toArray(ValueCounts[]::new);
    }

    /**
     * Goes through the files, again if there is no memory for all values at once.
     *
     * @param counted the rows whose values and numbers count; null for all
     * @param known   what an earlier pass told of the blocks; may be null if {@code counted} is
     */
    Survey run(BitSet counted, RowStarts known) throws IOException {
        List<BlockTally> tallies;
        do {
            numbers = Stream.generate(NumberStatistics::new).limit(counts.length).toArray(NumberStatistics[]::new);
            tallies = workers.run("counting values", () -> new Worker(counted, known));
            BadLines.refuse(tallies, workers.files(), skipBad);
        } while (Stream.of(counts).map(ValueCounts::endPass).reduce(false, Boolean::logicalOr));
        return new Survey(RowStarts.of(tallies, workers.files().size()), counts, numbers, BadLines.remark(tallies, workers.files()), budget.peak() + texts.peak());
    }

    private boolean numeric(int column) {
        Form form = schema.columns().get(column).form();
        return form == Form.NUMBER || form == Form.FEATURE;
    }

    /** One thread's work. */
    private final class Worker implements BlockWorkers.Work {
        private final RowParser parser = new RowParser(schema);
        private final ValueBuffer[] buffers = Stream.generate(ValueBuffer::new).limit(counts.length).toArray(ValueBuffer[]::new);
        private final boolean[] numeric = new boolean[counts.length];
        private final BitSet counted;
        private final RowStarts known;

        Worker(BitSet counted, RowStarts known) {
            this.counted = counted;
            this.known = known;
            IntStream.range(0, numeric.length).forEach(column -> numeric[column] = numeric(column));
        }

        @Override
        public BlockTally of(Block block, BlockReader reader) {
            BlockTally tally = new BlockTally(block);
            NumberStatistics[] seen = Stream.generate(NumberStatistics::new).limit(counts.length).toArray(NumberStatistics[]::new);
            for (ValueBuffer buffer : buffers) {
                buffer.clear();
            }
            parser.start(block);
            boolean more = true;
            while (more) {
                more = read(block, reader, tally, seen);
            }
            hand(block, seen);
            return tally.end(parser.line());
        }

        private boolean read(Block block, BlockReader reader, BlockTally tally, NumberStatistics[] seen) {
            try {
                Row row = parser.next();
                if (row == null) {
                    return false;
                }
                if (counted == null || counted.get(known.start(block.number()) + tally.rows())) {
                    collect(block.text(), row, seen);
                }
                tally.row(row.label());
            } catch (BadLine e) {
                tally.bad(parser.line(), e.getMessage());
                if (!skipBad) {
                    reader.stop();
                }
            }
            return true;
        }

        private void collect(byte[] text, Row row, NumberStatistics[] seen) {
            for (int c = 0; c < numeric.length; c++) {
                if (!numeric[c]) {
                    buffers[c].add(text, row, c);
                } else {
                    seen[c].add(Double.isNaN(row.number(c)) || schema.columns().get(c).form() == Form.NUMBER ? row.number(c) : row.feature(c));
                }
            }
        }

        /** Threads begin at different columns, so as not to wait for each other. */
        private void hand(Block block, NumberStatistics[] seen) {
            for (int i = 0; i < numeric.length; i++) {
                int c = (i + block.number() * 7) % numeric.length;
                if (numeric[c]) {
                    numbers[c].merge(seen[c]);
                } else {
                    counts[c].add(buffers[c], block.text());
                }
            }
        }
    }
}
