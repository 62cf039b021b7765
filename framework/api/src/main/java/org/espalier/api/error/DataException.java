package org.espalier.api.error;

/** A data file is missing, truncated or malformed. The message starts with where: {@code file:line:} or {@code file, byte n:}. */
public class DataException extends InputException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A text file with a wrong line (counted from 1). */
    public static DataException atLine(String file, long line, String problem) {
        return new DataException(file + ":" + line + ": " + problem);
    }

    /** A binary file with a wrong byte (counted from 0). */
    public static DataException atByte(String file, long offset, String problem) {
        return new DataException(file + ", byte " + offset + ": " + problem);
    }
}
