/** The journal of replies: what was paid for once is never asked again. */
package org.espalier.peerreview.live.internal.journal;
