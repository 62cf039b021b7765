package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

import org.espalier.data.field.FieldRows;

/** Rows in a file that is mapped into memory, in segments of whole rows. Equal if they hold the same bytes. */
final class EncodedRows implements FieldRows {
    private static final int SEGMENT = 1 << 30;

    private final Layout layout;
    private final RowDecoder decoder;
    private final int slots;
    private final int stride;
    private final int segmentRows;
    private final ByteBuffer[] segments;
    private final ByteBuffer labels;
    private final FeatureNames names;

    EncodedRows(FileChannel file, EncodedFile header, Layout layout, Charset charset) throws IOException {
        this.layout = layout;
        this.decoder = new RowDecoder(layout);
        this.slots = layout.slots();
        this.stride = layout.stride();
        this.segmentRows = SEGMENT / stride;
        this.segments = segments(file, header.rows());
        this.labels = file.map(MapMode.READ_ONLY, header.labelsAt(), header.rows());
        this.names = new FeatureNames(file.map(MapMode.READ_ONLY, header.namesAt(), header.aboutAt() - header.namesAt()), charset);
    }

    private ByteBuffer[] segments(FileChannel file, int rows) throws IOException {
        ByteBuffer[] mapped = new ByteBuffer[(rows + segmentRows - 1) / segmentRows];
        for (int s = 0; s < mapped.length; s++) {
            int first = s * segmentRows;
            long bytes = (long) Math.min(segmentRows, rows - first) * stride;
            mapped[s] = file.map(MapMode.READ_ONLY, EncodedFile.HEADER + (long) first * stride, bytes);
        }
        return mapped;
    }

    @Override
    public int size() {
        return labels.limit();
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public void read(int[] rows, int[] index, float[] value) {
        byte[] row = new byte[stride];
        for (int i = 0; i < rows.length; i++) {
            segments[rows[i] / segmentRows].get(rows[i] % segmentRows * stride, row);
            decoder.decode(row, index, value, i * slots);
        }
    }

    @Override
    public int label(int row) {
        return labels.get(row);
    }

    byte[] labels() {
        byte[] all = new byte[size()];
        labels.get(0, all);
        return all;
    }

    @Override
    public Optional<String> featureName(int feature) {
        return names.of(feature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedRows rows && layout.equals(rows.layout) && labels.equals(rows.labels) && Arrays.equals(segments, rows.segments);
    }

    @Override
    public int hashCode() {
        return layout.hashCode() * 31 + size();
    }
}
