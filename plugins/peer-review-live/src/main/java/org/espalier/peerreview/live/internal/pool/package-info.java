/** The models of a review: where each answers and reviews, and what it costs. */
package org.espalier.peerreview.live.internal.pool;
