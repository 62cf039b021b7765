/**
 * The data kind {@code judgment}: verdicts of reviewers on pairs of models' answers, as single judgments and as the counts that scores are made of.
 */
@Export
@Version("1.1.0")
package org.espalier.data.judgment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
