/** How a live review is done. */
package org.espalier.peerreview.live.internal;
