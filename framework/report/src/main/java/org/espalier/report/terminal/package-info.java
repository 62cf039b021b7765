/**
 * Results and progress as text: tables that fit a width, live progress of several trials, summaries, plots. Everything here returns
 * strings or writes to the stream it was given; nothing knows the shell. Where the terminal cannot show box characters, plain ASCII is used.
 */
@Export
@Version("1.1.0")
package org.espalier.report.terminal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
