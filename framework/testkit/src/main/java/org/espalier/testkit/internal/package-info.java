/** What the contracts measure with. */
package org.espalier.testkit.internal;
