package org.espalier.data.internal.pickle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;

/** Runs the opcodes of protocols up to 4 that arrays, sparse matrices and neighbour lists need; refuses all others, naming them. */
final class PickleMachine {
    /** The newest protocol that is read. */
    private static final int MOST = 4;
    private static final String LATIN = "latin1";

    private final PickleBytes in;
    private final PickleStack stack = new PickleStack();
    private final Map<Integer, Object> memo = new HashMap<>();

    PickleMachine(PickleBytes in) {
        this.in = in;
    }

    /** The pickled value: numbers, strings, Object[] for tuples, lists, maps, {@link Buildable}s. */
    Object run() {
        while (true) {
            int start = in.next();
            int opcode = in.unsignedByte();
            try {
                if (opcode == '.') {
                    return stack.pop();
                }
                step(opcode, start);
            } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) { // values are checked by using them
                throw new DataException(in.file() + ", byte " + start + ": opcode '" + shown(opcode) + "' does not fit what stands before it", e);
            }
        }
    }

    private void step(int opcode, int start) {
        switch (opcode) {
            case 0x80 -> protocol(start);
            case 'N' -> stack.push(null);
            case 0x88 -> stack.push(true);
            case 0x89 -> stack.push(false);
            case 'J' -> stack.push(in.signedInt());
            case 'K' -> stack.push(in.unsignedByte());
            case 'M' -> stack.push(in.unsignedShort());
            case 'U', 'C' -> stack.push(in.latin(in.unsignedByte()));
            case 'T', 'B' -> stack.push(in.latin(in.unsignedInt()));
            case 0x8e -> stack.push(in.latin(in.length()));
            case 0x8c -> stack.push(in.utf8(in.unsignedByte()));
            case 'X' -> stack.push(in.utf8(in.unsignedInt()));
            case '(' -> stack.mark();
            case ')' -> stack.push(new Object[0]);
            case 0x85 -> stack.push(stack.pop(1));
            case 0x86 -> stack.push(stack.pop(2));
            case 0x87 -> stack.push(stack.pop(3));
            case 't' -> stack.push(stack.popToMark());
            case ']' -> stack.push(new ArrayList<>());
            case '}' -> stack.push(new LinkedHashMap<>());
            case 'a' -> append(stack.pop(1));
            case 'e' -> append(stack.popToMark());
            case 's' -> setItems(stack.pop(2));
            case 'u' -> setItems(stack.popToMark());
            case 'q' -> memo.put(in.unsignedByte(), stack.peek());
            case 'r' -> memo.put(in.signedInt(), stack.peek());
            case 'h' -> stack.push(remembered(in.unsignedByte(), start));
            case 'j' -> stack.push(remembered(in.signedInt(), start));
            case 0x94 -> memo.put(memo.size(), stack.peek());
            case 'c' -> stack.push(global(in.line(), in.line(), start));
            case 0x93 -> stack.push(global(stack.pop(2), start));
            case 0x95 -> in.length(); // a frame: a hint to readers of streams
            case 0x81, 'R' -> make(start);
            case 'b' -> build();
            default -> throw DataException.atByte(in.file(), start, "pickle opcode '" + shown(opcode) + "' is not one that graph data need; it is refused");
        }
    }

    private void protocol(int start) {
        int version = in.unsignedByte();
        if (version > MOST) {
            throw DataException.atByte(in.file(), start, "pickle protocol " + version + "; up to " + MOST + " is read: write it with pickle.dump(..., protocol=" + MOST + ")");
        }
    }

    private PickleGlobal global(Object[] names, int start) {
        return global((String) names[0], (String) names[1], start);
    }

    private PickleGlobal global(String module, String name, int start) {
        return PickleGlobal.of(module, name).orElseThrow(
                () -> DataException.atByte(in.file(), start, "the pickle asks for '" + module + "." + name + "', which graph data do not need; it is refused"));
    }

    private Object remembered(int key, int start) {
        if (!memo.containsKey(key)) {
            throw DataException.atByte(in.file(), start, "the pickle refers to value " + key + ", which it has not made");
        }
        return memo.get(key);
    }

    private void make(int start) {
        Object[] arguments = (Object[]) stack.pop();
        PickleGlobal what = (PickleGlobal) stack.pop();
        stack.push(switch (what) {
            case DEFAULT_DICT -> new LinkedHashMap<>();
            case RECONSTRUCT -> new PickledArray(in.file());
            case ENCODE -> encoded((String) arguments[0], (String) arguments[1], start);
            case TYPE -> new PickledType((String) arguments[0]);
            case MATRIX -> new PickledMatrix(in.file());
            case LIST, ARRAY -> throw DataException.atByte(in.file(), start, what + " is called, which arrays and matrices do not do");
        });
    }

    /** Bytes are strings of characters 0 to 255 here, which is what they are encoded from. */
    private String encoded(String text, String encoding, int start) {
        if (!encoding.equals(LATIN) || text.chars().anyMatch(c -> c > 0xff)) {
            throw DataException.atByte(in.file(), start, "the pickle encodes a text as '" + encoding + "', where bytes of arrays are written as " + LATIN);
        }
        return text;
    }

    private void build() {
        Object state = stack.pop();
        ((Buildable) stack.peek()).build(state);
    }

    @SuppressWarnings("unchecked")
    private void append(Object[] values) {
        ((List<Object>) stack.peek()).addAll(Arrays.asList(values));
    }

    @SuppressWarnings("unchecked")
    private void setItems(Object[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            ((Map<Object, Object>) stack.peek()).put((Comparable<?>) pairs[i], pairs[i + 1]); // a number or a string, never a collection
        }
    }

    private static String shown(int opcode) {
        return opcode > ' ' && opcode < 0x7f ? Character.toString(opcode) : "0x" + Integer.toHexString(opcode);
    }
}
