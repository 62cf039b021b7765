/**
 * A reader of the Python pickles in which some graphs are published. It knows seven names and makes values of its own for them; nothing is ever
 * instantiated by a name found in a file, which is why a general pickle library is not used.
 */
package org.espalier.data.internal.pickle;
