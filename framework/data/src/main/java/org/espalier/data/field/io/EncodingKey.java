package org.espalier.data.field.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** What encoded rows depend on, in a few characters. Collections without order are sorted first. */
final class EncodingKey {
    private static final int LENGTH = 24;
    /** To be raised when the same text is encoded otherwise. */
    private static final int VERSION = 1;

    private EncodingKey() {
    }

    static String of(FieldReader reader, List<String> sources) {
        TextFormat format = reader.schema().format();
        LabelColumn label = reader.schema().label();
        List<Object> parts = new ArrayList<>(List.of(VERSION, sources, reader.division().id(), reader.countOn(), reader.skipBad()));
        parts.addAll(List.of(format.separator(), format.cells(), format.header(), format.comment(), format.trimmed(), format.quoted(), new TreeSet<>(format.missing()), format.charset()));
        parts.addAll(List.of(label.name(), label.cell(), new TreeMap<>(label.spellings()), label.otherwise()));
        for (Column c : reader.schema().columns()) {
            parts.addAll(List.of(c.name(), c.cell(), c.form(), c.minCount(), c.rare(), c.separator(), c.logSquare(), c.scaling(), c.lookup().isPresent(), c.limit()));
        }
        return hash(String.join("\n", parts.stream().map(Object::toString).toList())).substring(0, LENGTH);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
