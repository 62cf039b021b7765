/** Off-heap memory of programs: allocated at compile time, counted, freed as a whole. */
package org.espalier.compute.internal.memory;
