/** Following the bundles that declare extensions. */
package org.espalier.core.internal.extension;
