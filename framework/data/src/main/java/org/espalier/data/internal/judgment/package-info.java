/** Parts of the judgment readers: counting cells in one pass, parallel reading of lines. */
package org.espalier.data.internal.judgment;
