/** Ops from numbers to truth values and back, and between types of numbers. They stand alone: chains have one type of elements. */
package org.espalier.compute.internal.kernel.comparison;
