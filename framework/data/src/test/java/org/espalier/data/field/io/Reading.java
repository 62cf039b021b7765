package org.espalier.data.field.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.espalier.data.Split;
import org.espalier.data.field.FieldData;

/** Reads small texts: a label, numbers and values, divided by commas. */
final class Reading {
    /** All rows for training. */
    static final RowDivision ALL_TRAINING = new RowDivision("all", (labels, files) -> new Split(IntStream.range(0, labels.length).toArray(), new int[0], new int[0]));

    private final Path folder;
    private final List<String> remarks = new ArrayList<>();
    private RowDivision division = ALL_TRAINING;
    private CountOn countOn = CountOn.ALL;
    private boolean skipBad;

    Reading(Path folder) {
        this.folder = folder;
    }

    static TextFormat commas(int cells) {
        return new TextFormat(",", cells, false, "", false, false, Set.of("?"), StandardCharsets.UTF_8);
    }

    static FieldSchema schema(Column... columns) {
        return schema(commas(columns.length + 1), columns);
    }

    static FieldSchema schema(TextFormat format, Column... columns) {
        return new FieldSchema(format, LabelColumn.binary("label", 0), List.of(columns));
    }

    Reading divided(RowDivision by) {
        division = by;
        return this;
    }

    Reading counting(CountOn on) {
        countOn = on;
        return this;
    }

    Reading skippingBad() {
        skipBad = true;
        return this;
    }

    FieldData of(String text, FieldSchema schema) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8), schema);
    }

    FieldData of(byte[] text, FieldSchema schema) throws IOException {
        return of(List.of(Files.write(folder.resolve("rows.csv"), text)), schema);
    }

    FieldData of(List<Path> files, FieldSchema schema) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Arrays.hashCode(Files.readAllBytes(file)) + "");
        }
        return new FieldReader(schema, division, countOn, skipBad).read("rows", files, sources, folder, remarks::add);
    }

    List<String> remarks() {
        return remarks;
    }

    static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static int[] indexes(FieldData data, int row) {
        int[] index = new int[data.slots()];
        data.rows().read(new int[] {row}, index, new float[data.slots()]);
        return index;
    }

    static float[] values(FieldData data, int row) {
        float[] value = new float[data.slots()];
        data.rows().read(new int[] {row}, new int[data.slots()], value);
        return value;
    }
}
