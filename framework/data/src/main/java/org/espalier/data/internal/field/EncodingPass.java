package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.espalier.data.field.io.FieldSchema;

/** The second pass over the files: each block's rows are encoded and written where they belong. */
final class EncodingPass {
    private final FieldSchema schema;
    private final Encoding encoding;
    private final RowStarts rows;
    private final BitSet training;
    private final FileChannel file;
    private final long start;
    private final float[] largest;

    /**
     * @param training rows of the training part
     * @param file     takes the rows
     * @param start    place of the first row in it
     */
    EncodingPass(FieldSchema schema, Encoding encoding, RowStarts rows, BitSet training, FileChannel file, long start) {
        this.schema = schema;
        this.encoding = encoding;
        this.rows = rows;
        this.training = training;
        this.file = file;
        this.start = start;
        this.largest = new float[schema.columns().size()];
    }

    /** Returns what the numbers of each column are to be divided by. */
    List<Float> run(BlockWorkers workers) throws IOException {
        workers.run("encoding rows", Worker::new);
        List<Float> divisors = new ArrayList<>();
        for (float most : largest) {
            divisors.add(most > 0 ? most : 1);
        }
        return divisors;
    }

    private synchronized void merge(float[] other) {
        for (int c = 0; c < largest.length; c++) {
            largest[c] = Math.max(largest[c], other[c]);
        }
    }

    /** One thread's work. */
    private final class Worker implements BlockWorkers.Work {
        private final RowParser parser = new RowParser(schema);
        private final RowEncoder encoder = new RowEncoder(encoding);
        private final int stride = encoding.layout().stride();

        @Override
        public BlockTally of(Block block, BlockReader reader) throws IOException {
            BlockTally tally = new BlockTally(block);
            int first = rows.start(block.number());
            int last = block.number() + 1 < rows.starts().length ? rows.start(block.number() + 1) : rows.rows();
            encoder.start(last - first);
            parser.start(block);
            for (Row row = next(); row != null; row = next()) {
                encoder.add(block.text(), row, tally.rows(), training.get(first + tally.rows()));
                tally.row(row.label());
            }
            write(encoder.finish(), start + (long) first * stride);
            merge(encoder.largest());
            return tally;
        }

        /** Bad lines were told of in the first pass. */
        private Row next() {
            while (true) {
                try {
                    return parser.next();
                } catch (BadLine e) {
                    continue;
                }
            }
        }

        private void write(ByteBuffer bytes, long at) throws IOException {
            for (long place = at; bytes.hasRemaining();) {
                place += file.write(bytes, place);
            }
        }
    }
}
