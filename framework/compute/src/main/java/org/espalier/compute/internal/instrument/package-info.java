/** What may be looked at while programs run: where the time goes, and where numbers stop being finite. Fitted around kernels when they are made, so it costs nothing otherwise. */
package org.espalier.compute.internal.instrument;
