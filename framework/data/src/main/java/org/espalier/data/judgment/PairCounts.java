package org.espalier.data.judgment;

import java.util.Arrays;

/**
 * Sufficient statistics of judgments for all scores: for each pair of models j below k and each reviewer s with judgments on it, how often j won, k won, and
 * neither. Only cells with a judgment are kept, ordered by (j, k, s): at most half the memory of two dense m x m x m arrays of doubles, however full. Arrays are not
 * copied and must not be changed.
 *
 * @param models     m
 * @param reviewers  number of reviewers
 * @param pairStart  m (m - 1) / 2 + 1 offsets: the cells of pair p are [pairStart[p], pairStart[p + 1]); pairs are ordered by (j, k)
 * @param reviewer   reviewer of each cell, ascending within a pair
 * @param firstWins  judgments in which j won
 * @param secondWins judgments in which k won
 * @param ties       judgments in which neither won
 */
public record PairCounts(int models, int reviewers, int[] pairStart, int[] reviewer, int[] firstWins, int[] secondWins, int[] ties) {
    /** @throws IllegalArgumentException if the parts do not fit together */
    public PairCounts {
        if (pairStart.length != pairs(models) + 1 || pairStart[pairs(models)] != reviewer.length || firstWins.length != reviewer.length
                || secondWins.length != reviewer.length || ties.length != reviewer.length) {
            throw new IllegalArgumentException("Counts do not fit: " + models + " models, " + pairStart.length + " pair offsets, " + reviewer.length + " cells");
        }
        for (int pair = 0; pair + 1 < pairStart.length; pair++) {
            if (pairStart[pair] < 0 || pairStart[pair] > pairStart[pair + 1]) {
                throw new IllegalArgumentException("Offsets of pairs decrease at pair " + pair);
            }
        }
        for (int cell = 0; cell < reviewer.length; cell++) {
            if (reviewer[cell] < 0 || reviewer[cell] >= reviewers || firstWins[cell] < 0 || secondWins[cell] < 0 || ties[cell] < 0) {
                throw new IllegalArgumentException("Cell " + cell + " has reviewer " + reviewer[cell] + " of " + reviewers + ", or a count below zero");
            }
        }
    }

    /** Takes one cell. */
    @FunctionalInterface
    public interface Visitor {
        void cell(int j, int k, int reviewer, int firstWins, int secondWins, int ties);
    }

    /** Number of pairs of m models. */
    public static int pairs(int models) {
        return Math.toIntExact((long) models * (models - 1) / 2);
    }

    /** Place of the pair j below k. */
    static long pair(int models, int j, int k) {
        return (long) j * (2L * models - j - 1) / 2 + k - j - 1;
    }

    /** Number of cells. */
    public int cells() {
        return reviewer.length;
    }

    /** Number of judgments. */
    public long total() {
        long total = 0;
        for (int cell = 0; cell < cells(); cell++) {
            total += firstWins[cell] + secondWins[cell] + (long) ties[cell];
        }
        return total;
    }

    /** Shows all cells in order. */
    public void forEach(Visitor visitor) {
        for (int j = 0, pair = 0; j < models; j++) {
            for (int k = j + 1; k < models; k++, pair++) {
                for (int cell = pairStart[pair]; cell < pairStart[pair + 1]; cell++) {
                    visitor.cell(j, k, reviewer[cell], firstWins[cell], secondWins[cell], ties[cell]);
                }
            }
        }
    }

    /** For each model the number of its part: models that meet, directly or through others, have the same. */
    public int[] components() {
        int[] component = new int[models];
        Arrays.setAll(component, j -> j);
        for (int j = 0, pair = 0; j < models; j++) {
            for (int k = j + 1; k < models; k++, pair++) {
                if (pairStart[pair] < pairStart[pair + 1]) {
                    component[root(component, k)] = root(component, j);
                }
            }
        }
        Arrays.setAll(component, j -> root(component, j));
        return component;
    }

    private static int root(int[] parent, int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Bytes of the arrays. */
    public long memory() {
        return 4L * (pairStart.length + 4L * reviewer.length);
    }

    @Override
    public String toString() {
        return "PairCounts[" + models + " models, " + cells() + " cells, " + total() + " judgments]";
    }
}
