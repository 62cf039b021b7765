/** Looking into plugin jars and saying what is wrong with them. */
package org.espalier.core.internal.plugin;
