package org.espalier.data.internal.field;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.espalier.data.field.Field;
import org.espalier.data.field.FieldKind;

/**
 * How rows lie in the file: the slots of all fields, one after another.
 *
 * @param fields   the fields
 * @param storages how the slots of each are stored
 * @param divisors what each field's numbers are divided by when read; 1 for nothing
 */
record Layout(List<Field> fields, List<Storage> storages, List<Float> divisors) {
    Layout {
        fields = List.copyOf(fields);
        storages = List.copyOf(storages);
        divisors = List.copyOf(divisors);
    }

    /** Slots of a row. */
    int slots() {
        return fields.stream().mapToInt(Field::slots).sum();
    }

    /** Bytes of a row. */
    int stride() {
        return offset(fields.size());
    }

    /** Where a field's first slot lies in a row. */
    int offset(int field) {
        int bytes = 0;
        for (int f = 0; f < field; f++) {
            bytes += fields.get(f).slots() * storages.get(f).bytes();
        }
        return bytes;
    }

    Layout withDivisors(List<Float> others) {
        return new Layout(fields, storages, others);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(fields.size());
        for (int f = 0; f < fields.size(); f++) {
            Field field = fields.get(f);
            out.writeUTF(field.name());
            out.writeUTF(field.kind().name());
            out.writeInt(field.first());
            out.writeInt(field.features());
            out.writeInt(field.slots());
            out.writeUTF(storages.get(f).name());
            out.writeFloat(divisors.get(f));
        }
    }

    static Layout read(DataInput in) throws IOException {
        List<Field> fields = new ArrayList<>();
        List<Storage> storages = new ArrayList<>();
        List<Float> divisors = new ArrayList<>();
        for (int f = in.readInt(); f > 0; f--) {
            fields.add(new Field(in.readUTF(), FieldKind.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt()));
            storages.add(Storage.valueOf(in.readUTF()));
            divisors.add(in.readFloat());
        }
        return new Layout(fields, storages, divisors);
    }
}
