package org.espalier.peerreview.internal.scoring;

/**
 * Scores at some weights, and how they change with them.
 *
 * @param values     G, one score per model
 * @param derivative R, dG_j / dw_s, [models, reviewers] row by row
 */
public record Scores(double[] values, double[] derivative) {
}
