package org.espalier.data.internal.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

import org.espalier.data.field.Field;
import org.espalier.data.field.FieldRows;

/** Rows in a file that is mapped into memory, in segments of whole rows. Equal if they hold the same bytes. */
final class EncodedRows implements FieldRows {
    private static final int SEGMENT = 1 << 30;

    private final Layout layout;
    private final Field[] fields;
    private final Storage[] storages;
    private final float[] divisors;
    private final int slots;
    private final int stride;
    private final int segmentRows;
    private final ByteBuffer[] segments;
    private final ByteBuffer labels;
    private final FeatureNames names;

    EncodedRows(FileChannel file, EncodedFile header, Layout layout, Charset charset) throws IOException {
        this.layout = layout;
        this.fields = layout.fields().toArray(Field[]::new);
        this.storages = layout.storages().toArray(Storage[]::new);
        this.divisors = new float[fields.length];
        for (int f = 0; f < fields.length; f++) {
            divisors[f] = layout.divisors().get(f);
        }
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
            mapped[s] = file.map(MapMode.READ_ONLY, EncodedFile.HEADER + (long) first * stride, bytes).order(ByteOrder.LITTLE_ENDIAN);
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
        for (int i = 0; i < rows.length; i++) {
            readRow(segments[rows[i] / segmentRows], rows[i] % segmentRows * stride, index, value, i * slots);
        }
    }

    private void readRow(ByteBuffer from, int start, int[] index, float[] value, int to) {
        int at = start;
        int slot = to;
        for (int f = 0; f < fields.length; f++) {
            Storage storage = storages[f];
            for (int last = slot + fields[f].slots(); slot < last; slot++) {
                int first = fields[f].first();
                if (storage == Storage.FLOAT) {
                    index[slot] = first;
                    value[slot] = from.getFloat(at) / divisors[f];
                } else if (storage == Storage.PAIR) {
                    index[slot] = from.getInt(at);
                    value[slot] = from.getFloat(at + Integer.BYTES);
                } else {
                    int code = code(storage, from, at);
                    index[slot] = code == 0 ? first : first + code - 1;
                    value[slot] = code == 0 ? 0 : 1;
                }
                at += storage.bytes();
            }
        }
    }

    private static int code(Storage storage, ByteBuffer from, int at) {
        return switch (storage) {
            case BYTE -> from.get(at) & 0xff;
            case SHORT -> from.getShort(at) & 0xffff;
            default -> from.getInt(at);
        };
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
