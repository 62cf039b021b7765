/** Tensors in files. */
package org.espalier.compute.internal.checkpoint;
