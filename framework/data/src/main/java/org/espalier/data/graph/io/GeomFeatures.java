package org.espalier.data.graph.io;

import org.espalier.api.error.DataException;
import org.espalier.data.graph.CsrBuilder;
import org.espalier.data.internal.text.Lines;
import org.espalier.data.internal.text.Lines.Line;

/** How a Geom-GCN file writes the features of a node: the middle column of its line, divided by commas. */
abstract class GeomFeatures {
    private final Lines lines;

    private GeomFeatures(Lines lines) {
        this.lines = lines;
    }

    /** Every feature's value; the first node tells how many there are. */
    static GeomFeatures values(Lines lines) {
        return new Values(lines);
    }

    /** The places of ones among so many features. */
    static GeomFeatures places(Lines lines, int width) {
        return new Places(lines, width);
    }

    /** Number of features, given the column of the first node. */
    abstract int width(String first);

    /** Puts the features of a node into a matrix of that width. */
    abstract void take(Line line, String[] cells, int node, CsrBuilder features, int width);

    final DataException wrong(Line line, String problem) {
        return lines.wrong(line, problem);
    }

    /** {@code 0,1,0.5}. */
    private static final class Values extends GeomFeatures {
        Values(Lines lines) {
            super(lines);
        }

        @Override
        int width(String first) {
            return cells(first).length;
        }

        @Override
        void take(Line line, String[] cells, int node, CsrBuilder features, int width) {
            if (cells.length != width) {
                throw wrong(line, cells.length + " features where the first node has " + width);
            }
            for (int column = 0; column < width; column++) {
                if (!cells[column].equals("0")) {
                    put(line, cells[column], node, column, features);
                }
            }
        }

        private void put(Line line, String cell, int node, int column, CsrBuilder features) {
            try {
                double value = Double.parseDouble(cell);
                if (value != 0) {
                    features.add(node, column, value);
                }
            } catch (NumberFormatException e) {
                throw new DataException(wrong(line, "'" + cell + "' as feature " + column + " is not a number").getMessage(), e);
            }
        }
    }

    /** {@code 17,402,931}. */
    private static final class Places extends GeomFeatures {
        private final int width;

        Places(Lines lines, int width) {
            super(lines);
            this.width = width;
        }

        @Override
        int width(String first) {
            return width;
        }

        @Override
        void take(Line line, String[] cells, int node, CsrBuilder features, int all) {
            for (String cell : cells) {
                features.add(node, place(line, cell), 1);
            }
        }

        private int place(Line line, String cell) {
            try {
                int place = Integer.parseInt(cell.strip());
                if (place >= 0 && place < width) {
                    return place;
                }
            } catch (NumberFormatException e) {
                throw new DataException(wrong(line, "'" + cell + "' is not the place of a feature").getMessage(), e);
            }
            throw wrong(line, "feature " + cell + " is not between 0 and " + (width - 1));
        }
    }

    static String[] cells(String column) {
        return column.split(",", -1);
    }
}
