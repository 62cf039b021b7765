/**
 * The commands, one class for each scope: read the arguments, ask a service, render the answer.
 */
package org.espalier.shell.internal.command;
