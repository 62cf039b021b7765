/** Running trials. */
package org.espalier.core.internal.run;
