package org.espalier.core.config;

/**
 * Where a value came from.
 *
 * @param layer e.g. {@code default}, {@code experiment}, {@code variant gcn}, {@code sweep}, {@code site}, {@code environment}, {@code command line}
 * @param where file and line, variable or argument; may be empty
 */
public record Origin(String layer, String where) {
    @Override
    public String toString() {
        return where.isEmpty() ? layer : layer + " (" + where + ")";
    }
}
