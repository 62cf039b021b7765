/**
 * What a shell command is: its name, what it takes, its help, how its arguments are read, and where its output goes. Help, completion
 * and error messages all derive from one {@link org.espalier.shell.internal.verb.Verb}.
 */
package org.espalier.shell.internal.verb;
