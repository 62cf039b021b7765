/**
 * The compute service: {@link org.espalier.compute.internal.NativeCompute} starts the backend when first needed, {@link org.espalier.compute.internal.LeaseQueue}
 * decides who may use it when, {@link org.espalier.compute.internal.ComputeLease} does the work on threads of its own.
 */
package org.espalier.compute.internal;
