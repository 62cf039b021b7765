/**
 * The session around the commands: the interactive shell, scripts read from standard input, and where a command's output goes.
 */
package org.espalier.shell.internal.console;
