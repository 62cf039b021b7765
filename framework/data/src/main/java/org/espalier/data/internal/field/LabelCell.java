package org.espalier.data.internal.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.espalier.data.field.io.LabelColumn;

/** Reads labels. */
final class LabelCell {
    private final LabelColumn column;
    private final byte[][] spellings;
    private final int[] meanings;
    /** By the only byte; as many labels are digits, this is the quick way. */
    private final int[] meaningsOfBytes = new int[1 << Byte.SIZE];

    LabelCell(LabelColumn column) {
        this.column = column;
        this.spellings = column.spellings().keySet().stream().sorted().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        this.meanings = column.spellings().keySet().stream().sorted().mapToInt(column.spellings()::get).toArray();
        Arrays.fill(meaningsOfBytes, LabelColumn.REFUSED);
        for (int i = 0; i < spellings.length; i++) {
            if (spellings[i].length == 1) {
                meaningsOfBytes[spellings[i][0] & 0xff] = meanings[i];
            }
        }
    }

    /** 0, 1 or {@link LabelColumn#DROPPED}. */
    int of(byte[] text, int start, int length) throws BadLine {
        if (length == 1 && meaningsOfBytes[text[start] & 0xff] != LabelColumn.REFUSED) {
            return meaningsOfBytes[text[start] & 0xff];
        }
        for (int i = 0; i < spellings.length; i++) {
            if (Arrays.equals(text, start, start + length, spellings[i], 0, spellings[i].length)) {
                return meanings[i];
            }
        }
        double number = Numbers.parse(text, start, length);
        if (column.otherwise() != LabelColumn.REFUSED && number > 0 && number == Math.rint(number)) {
            return column.otherwise();
        }
        throw new BadLine("'" + new String(text, start, length, StandardCharsets.UTF_8) + "' in the label's column '" + column.name() + "'; expected was one of "
                + String.join(", ", column.spellings().keySet().stream().sorted().toList()));
    }
}
