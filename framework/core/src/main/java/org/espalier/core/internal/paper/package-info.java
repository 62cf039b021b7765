/** Reading paper cards. */
package org.espalier.core.internal.paper;
