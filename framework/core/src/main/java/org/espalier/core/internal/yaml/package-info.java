/** YAML with line numbers. */
package org.espalier.core.internal.yaml;
