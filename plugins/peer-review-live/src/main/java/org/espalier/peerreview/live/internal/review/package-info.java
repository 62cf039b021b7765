/** The review itself: which pairs are judged by whom, asking, and what is written down. */
package org.espalier.peerreview.live.internal.review;
