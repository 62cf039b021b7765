package org.espalier.data.internal.field;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of encoded rows: header, rows, labels, names, description. The header says where each begins and is written last.
 *
 * @param rows     number of rows
 * @param labelsAt where the labels begin, one byte each
 * @param namesAt  where the features' names begin
 * @param aboutAt  where layout and remarks begin
 * @param end      length of the file
 */
record EncodedFile(int rows, long labelsAt, long namesAt, long aboutAt, long end) {
    /** Length of the header. */
    static final int HEADER = 64;
    /** To be raised with every change of form or meaning. */
    static final int VERSION = 1;
    private static final long MAGIC = 0x4553504649454c44L;

    /**
     * What stands at the end.
     *
     * @param fileRows rows that came from each file
     */
    record About(Layout layout, int[] fileRows, List<String> remarks) {
    }

    /** Where labels begin behind so many rows. */
    static long labelsAt(long rows, int stride) {
        return HEADER + rows * stride;
    }

    /** Writes everything but the rows themselves. */
    static void write(FileChannel file, byte[] labels, List<byte[]> names, About about) throws IOException {
        long labelsAt = labelsAt(labels.length, about.layout().stride());
        put(file, ByteBuffer.wrap(labels), labelsAt);
        long namesAt = labelsAt + labels.length;
        ByteBuffer named = FeatureNames.bytes(names);
        put(file, named, namesAt);
        long aboutAt = namesAt + named.limit();
        byte[] described = bytes(about);
        put(file, ByteBuffer.wrap(described), aboutAt);
        file.force(true);
        ByteBuffer header = ByteBuffer.allocate(HEADER).putLong(MAGIC).putInt(VERSION).putInt(labels.length)
                .putLong(labelsAt).putLong(namesAt).putLong(aboutAt).putLong(aboutAt + described.length);
        put(file, header.clear(), 0);
        file.force(true);
    }

    /** Reads the header; empty if the file is no whole file of this version. */
    static Optional<EncodedFile> header(FileChannel file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        if (file.size() < HEADER || file.read(header, 0) < HEADER || header.flip().getLong() != MAGIC || header.getInt() != VERSION) {
            return Optional.empty();
        }
        EncodedFile read = new EncodedFile(header.getInt(), header.getLong(), header.getLong(), header.getLong(), header.getLong());
        return read.end == file.size() ? Optional.of(read) : Optional.empty();
    }

    /** Reads what stands at the end. */
    About about(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - aboutAt));
        while (bytes.hasRemaining() && file.read(bytes, aboutAt + bytes.position()) > 0) {
            continue;
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.array()));
        Layout layout = Layout.read(in);
        int[] fileRows = new int[in.readInt()];
        for (int i = 0; i < fileRows.length; i++) {
            fileRows[i] = in.readInt();
        }
        List<String> remarks = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            remarks.add(in.readUTF());
        }
        return new About(layout, fileRows, remarks);
    }

    private static byte[] bytes(About about) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        about.layout().write(out);
        out.writeInt(about.fileRows().length);
        for (int rows : about.fileRows()) {
            out.writeInt(rows);
        }
        out.writeInt(about.remarks().size());
        for (String remark : about.remarks()) {
            out.writeUTF(remark);
        }
        return bytes.toByteArray();
    }

    private static void put(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        for (long place = at; bytes.hasRemaining();) {
            place += file.write(bytes, place);
        }
    }
}
