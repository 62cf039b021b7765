/** Reading experiments and laying out trials. */
package org.espalier.core.internal.experiment;
