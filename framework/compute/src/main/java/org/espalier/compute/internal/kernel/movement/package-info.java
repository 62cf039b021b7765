/**
 * Ops that only move elements: each is a set of {@link org.espalier.compute.internal.kernel.movement.Region}s, walked by
 * {@link org.espalier.compute.internal.kernel.movement.Walk}. A region that lies in one piece needs no move at all and becomes a view.
 */
package org.espalier.compute.internal.kernel.movement;
