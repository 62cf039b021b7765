/**
 * The compute service: {@link org.espalier.compute.internal.NativeCompute} starts the backend when first needed, {@link org.espalier.compute.internal.LeaseQueue}
 * decides who may use it when, {@link org.espalier.compute.internal.ComputeLease} does the work on a thread of its own and on helpers
 * lent to it from the service's {@link org.espalier.compute.internal.HelperPool}.
 */
package org.espalier.compute.internal;
