package org.espalier.data.graph.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.espalier.api.error.DataException;

/**
 * The members of a Planetoid data set, files {@code ind.NAME.MEMBER}.
 *
 * @param allx      features of the nodes before the test nodes: a pickled sparse matrix
 * @param ally      their classes: a pickled array of rows with a one
 * @param tx        features of the test nodes
 * @param ty        their classes
 * @param graph     a pickled map from each node to its neighbours
 * @param testIndex a text with the node of each row of {@code tx} and {@code ty}
 */
public record PlanetoidFiles(Path allx, Path ally, Path tx, Path ty, Path graph, Path testIndex) {
    /** The members' names, in the order of the components. */
    public static final List<String> MEMBERS = List.of("allx", "ally", "tx", "ty", "graph", "test.index");

    /** The members that are enough to know graph and classes. */
    public static final List<String> WITHOUT_FEATURES = List.of("ally", "ty", "graph", "test.index");

    /** The members of a data set in one folder. */
    public static PlanetoidFiles in(Path folder, String name) {
        List<Path> paths = MEMBERS.stream().map(member -> folder.resolve("ind." + name + "." + member)).toList();
        return new PlanetoidFiles(paths.get(0), paths.get(1), paths.get(2), paths.get(3), paths.get(4), paths.get(5));
    }

    /** @throws DataException if one of these members is missing, naming it and those that are there */
    void require(List<String> members) {
        List<Path> all = List.of(allx, ally, tx, ty, graph, testIndex);
        String missing = all.stream().filter(path -> members.contains(MEMBERS.get(all.indexOf(path))) && !Files.exists(path)).map(PlanetoidFiles::name).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            String present = all.stream().filter(Files::exists).map(PlanetoidFiles::name).collect(Collectors.joining(", "));
            throw new DataException(missing + ": missing beside " + (present.isEmpty() ? "nothing" : present) + "; needed are " + String.join(", ", members));
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
