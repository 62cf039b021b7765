/** Lines of text from plain, gzipped and tarred files. */
package org.espalier.data.internal.text;
