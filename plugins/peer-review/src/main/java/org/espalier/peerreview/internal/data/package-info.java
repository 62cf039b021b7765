/** The pools of judgments: recorded ones and simulated ones. */
package org.espalier.peerreview.internal.data;
