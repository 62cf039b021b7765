package org.espalier.data.internal.pickle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.DataException;
import org.espalier.data.internal.CsrParts;
import org.espalier.data.numpy.NumpyArray;

/** A pickle of one array, one sparse matrix or one map of neighbour lists. */
public final class PickleFile {
    private final String file;
    private final Object content;

    private PickleFile(String file, Object content) {
        this.file = file;
        this.content = content;
    }

    /** @throws DataException if the file is truncated or holds anything else, naming the byte */
    public static PickleFile read(Path path) throws IOException {
        String file = path.getFileName().toString();
        return new PickleFile(file, new PickleMachine(new PickleBytes(file, Files.readAllBytes(path))).run());
    }

    public NumpyArray array() {
        return as(PickledArray.class, "an array").array();
    }

    public CsrParts matrix() {
        return as(PickledMatrix.class, "a sparse matrix in compressed rows").parts().orElseThrow(
                () -> new DataException(file + ": the pickle names a sparse matrix, but not its shape, row offsets, columns and values"));
    }

    /** The neighbours of each node, in the file's order. */
    public Map<Integer, List<Integer>> neighbours() {
        Map<Integer, List<Integer>> neighbours = new LinkedHashMap<>();
        Map<?, ?> map = as(Map.class, "a map from nodes to their neighbours");
        map.forEach((node, list) -> neighbours.put(number(node), numbers(list)));
        return neighbours;
    }

    private List<Integer> numbers(Object list) {
        if (list instanceof List<?> items) {
            return items.stream().map(this::number).toList();
        }
        throw new DataException(file + ": a node's neighbours are no list");
    }

    private Integer number(Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw new DataException(file + ": a node is no number");
    }

    private <T> T as(Class<T> type, String wanted) {
        if (type.isInstance(content)) {
            return type.cast(content);
        }
        throw new DataException(file + ": the pickle does not hold " + wanted);
    }
}
