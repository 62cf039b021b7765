/** Tests of kernels on their own. */
package org.espalier.compute.internal.kernel;
