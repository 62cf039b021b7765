/**
 * The four extension points. Annotate a class with one of the annotations here and the host lists it, without loading it, as soon as its bundle is installed.
 */
@Export
@Version("1.0.0")
package org.espalier.api.extension;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
