/** Reading the few wanted fields of very long JSON texts. */
package org.espalier.data.internal.json;
