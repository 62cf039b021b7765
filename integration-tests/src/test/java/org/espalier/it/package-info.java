/** The assembled distribution, driven from outside as a user would: processes, files, exit codes. */
package org.espalier.it;
