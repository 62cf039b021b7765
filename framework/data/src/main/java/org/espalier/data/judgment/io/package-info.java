/**
 * Readers and writers of judgments in the formats in which they are published. All take the {@link org.espalier.data.judgment.io.Reading} that says what to do with odd lines.
 */
@Export
@Version("1.1.0")
package org.espalier.data.judgment.io;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
