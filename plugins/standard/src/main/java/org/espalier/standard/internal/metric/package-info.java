/**
 * Metrics of classifications, clusterings and regressions, each with its definition in the class comment.
 */
package org.espalier.standard.internal.metric;
