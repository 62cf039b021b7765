package org.espalier.api.extension;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Requirement;

/** Lets a bundle resolve only where a host reads its extensions. Carried by every extension annotation. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.ANNOTATION_TYPE)
@Requirement(namespace = "osgi.extender", name = RequiresHost.EXTENDER, version = "1.0")
public @interface RequiresHost {
    /** Name of the {@code osgi.extender} capability that the host provides. */
    String EXTENDER = "espalier.extensions";
}
