package org.espalier.data.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.espalier.api.error.DataException;

/**
 * An array as NumPy stores it. The data are read when they are asked for as numbers or strings; arrays of other things can be held but not read.
 *
 * @param source       file and entry, for messages
 * @param type         NumPy's name of the element type, e.g. {@code <f4}; read are 1- to 8-byte integers, 4- and 8-byte floats, booleans and {@code <U} strings
 * @param fortranOrder whether columns come first; not read if there is more than one dimension
 * @param shape        sizes of the dimensions
 * @param data         the elements' bytes, little-endian
 */
public record NumpyArray(String source, String type, boolean fortranOrder, int[] shape, byte[] data) {
    private static final List<String> INTEGERS = List.of("i1", "i2", "i4", "i8", "u1", "b1");
    private static final List<String> REALS = List.of("f4", "f8");

    /** The elements, row by row. */
    public double[] numbers() {
        ByteBuffer buffer = buffer("numbers", isReal() || isInteger());
        double[] numbers = new double[length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = isReal() ? real(buffer) : integer(buffer);
        }
        return numbers;
    }

    /** The elements, row by row. */
    public int[] integers() {
        ByteBuffer buffer = buffer("integers", isInteger());
        int[] integers = new int[length()];
        for (int i = 0; i < integers.length; i++) {
            long value = integer(buffer);
            if (value != (int) value) {
                throw new DataException(source + ": element " + i + " is " + value + ", more than 32 bits hold");
            }
            integers[i] = (int) value;
        }
        return integers;
    }

    /** The elements, without blanks and line ends around them. */
    public List<String> strings() {
        ByteBuffer buffer = buffer("strings", code().startsWith("U"));
        Charset utf32 = Charset.forName("UTF-32LE");
        List<String> strings = new ArrayList<>();
        byte[] item = new byte[itemSize()];
        for (int i = 0; i < length(); i++) {
            buffer.get(item);
            strings.add(new String(item, utf32).replace("\0", "").strip());
        }
        return strings;
    }

    private boolean isReal() {
        return REALS.contains(code());
    }

    private boolean isInteger() {
        return INTEGERS.contains(code());
    }

    private ByteBuffer buffer(String wanted, boolean suitable) {
        if (!suitable || type.startsWith(">")) {
            throw new DataException(source + ": elements of type '" + type + "' where little-endian " + wanted + " are needed");
        }
        if (fortranOrder && shape.length > 1) {
            throw new DataException(source + ": the array is in Fortran order; save it with numpy.ascontiguousarray");
        }
        if (elements() * itemSize() != data.length || Arrays.stream(shape).anyMatch(size -> size < 0)) {
            throw new DataException(source + ": " + data.length + " bytes of data do not make shape " + Arrays.toString(shape) + " of type '" + type + "'");
        }
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** As floating-point, which cannot overflow and is exact up to what memory holds. */
    private double elements() {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    private int length() {
        return (int) elements();
    }

    private String code() {
        return type.substring(1);
    }

    private int itemSize() {
        int size = Integer.parseInt("0" + type.substring(2));
        return type.charAt(1) == 'U' ? size * Integer.BYTES : size;
    }

    private double real(ByteBuffer buffer) {
        return itemSize() == Float.BYTES ? buffer.getFloat() : buffer.getDouble();
    }

    private long integer(ByteBuffer buffer) {
        return switch (code()) {
            case "i8" -> buffer.getLong();
            case "i4" -> buffer.getInt();
            case "i2" -> buffer.getShort();
            case "u1" -> Byte.toUnsignedInt(buffer.get());
            default -> buffer.get();
        };
    }
}
