/** A third party's plugin, as small as can be: packed into a jar by the tests, never on the class path of the processes they start. */
package org.espalier.it.tiny;
