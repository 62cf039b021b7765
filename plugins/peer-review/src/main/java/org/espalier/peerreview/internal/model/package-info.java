/** PiCO and the methods it is compared with, as models that predict a ranking; all but PiCO answer without training. */
package org.espalier.peerreview.internal.model;
