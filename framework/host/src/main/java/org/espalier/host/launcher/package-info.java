/**
 * Runs on the plain class path: starts the framework, installs the bundles of the installation, and calls the command that the user
 * named. Commands are services of the JDK's own type {@link java.util.function.ToIntFunction}, so any bundle can bring one.
 */
package org.espalier.host.launcher;
