/**
 * From counts of judgments to scores: the aggregations, and the optimisation that makes reviewers' weights agree with authors' scores. Plain double precision arithmetic, because
 * rankings turn on differences that single precision loses.
 */
package org.espalier.peerreview.internal.scoring;
