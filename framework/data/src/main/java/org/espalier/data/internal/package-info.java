/** Checks that the readers of several file formats share. */
package org.espalier.data.internal;
