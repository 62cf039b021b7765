/** Tests of update rules: against ND4J's, and against their formulas written out for one number. */
package org.espalier.compute.internal.update;
