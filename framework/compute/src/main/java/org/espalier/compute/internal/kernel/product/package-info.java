/** Products of tensors as products of matrices: axes are brought together by a walk, unless they lie side by side already. */
package org.espalier.compute.internal.kernel.product;
