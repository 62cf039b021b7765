/**
 * From gradients to changed parameters, in place. {@link org.espalier.compute.internal.update.Updates} makes one
 * {@link org.espalier.compute.internal.update.Update} for the parameters of each element type: a
 * {@link org.espalier.compute.internal.update.Formula} applied to all elements in one pass over gradient, state and parameter, piece by piece on the
 * heap, or, where a rule looks at whole tensors, an update that goes through them one after the other in double precision.
 */
package org.espalier.compute.internal.update;
