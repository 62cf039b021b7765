/**
 * The session around the commands: the interactive shell, and scripts read from standard input.
 */
package org.espalier.shell.internal.console;
