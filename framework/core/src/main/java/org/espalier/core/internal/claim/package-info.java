/** Parsing and deciding checks. */
package org.espalier.core.internal.claim;
