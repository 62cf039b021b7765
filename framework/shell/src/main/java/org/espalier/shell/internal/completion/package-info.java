/**
 * What the tab key offers: real ids, keys and values.
 */
package org.espalier.shell.internal.completion;
