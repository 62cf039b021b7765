/** The files of a run. */
package org.espalier.core.internal.store;
