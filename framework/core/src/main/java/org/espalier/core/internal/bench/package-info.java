/** Workloads to be timed. */
package org.espalier.core.internal.bench;
