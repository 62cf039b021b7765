/** Names and sentences. */
package org.espalier.core.internal.text;
