/**
 * Small sample datasets that ship inside this bundle. Their features are standardised here, by mean and standard deviation of the training part.
 */
package org.espalier.standard.internal.data;
