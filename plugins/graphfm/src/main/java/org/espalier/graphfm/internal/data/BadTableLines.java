package org.espalier.graphfm.internal.data;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.espalier.api.error.DataException;

/** Bad lines of a file that is looked up in: the first ends reading, or they are skipped and counted. */
final class BadTableLines {
    private final String file;
    private final boolean skip;
    private int count;
    private String first = "";

    BadTableLines(Path path, boolean skip) {
        this.file = path.getFileName().toString();
        this.skip = skip;
    }

    /** @param problem what is wrong with the line; empty if nothing is */
    void look(int line, String problem) {
        if (problem.isEmpty()) {
            return;
        }
        DataException error = DataException.atLine(file, line, problem);
        if (!skip) {
            throw error;
        }
        if (count++ == 0) {
            first = error.getMessage();
        }
    }

    void tell(Consumer<String> remarks) {
        if (count > 0) {
            remarks.accept(count + (count == 1 ? " bad line" : " bad lines") + " skipped; the first: " + first);
        }
    }
}
