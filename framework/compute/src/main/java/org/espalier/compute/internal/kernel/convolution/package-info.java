/**
 * Convolution of images as products of matrices: the windows of an image are laid out as columns, image by image. ND4J's own takes ten times as long; it remains for
 * double precision and for images whose channels come last.
 */
package org.espalier.compute.internal.kernel.convolution;
