/**
 * Convolution of images as products of matrices: the windows of an image are laid out as columns, image by image, or, where they lie side by side, as rows of one matrix.
 * ND4J's own takes ten times as long; it remains for images whose channels come last and for double precision unless windows lie side by side.
 */
package org.espalier.compute.internal.kernel.convolution;
