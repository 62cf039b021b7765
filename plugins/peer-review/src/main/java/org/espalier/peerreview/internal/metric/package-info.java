/** How near a ranking comes to the true one. */
package org.espalier.peerreview.internal.metric;
