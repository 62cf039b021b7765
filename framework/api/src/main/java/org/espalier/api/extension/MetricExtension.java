package org.espalier.api.extension;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a {@link org.espalier.api.metric.Metric}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@RequiresHost
@Capability(namespace = ExtensionPoint.NAMESPACE, attribute = {"point=metric", "class=${@class}"})
public @interface MetricExtension {
    /** Unique name, {@code plugin.thing} in lower case, e.g. {@code gndnets.gnd}. */
    @Attribute("id")
    String id();

    /** One line for lists and reports. */
    @Attribute("title")
    String title();

    /** Kind of predictions it judges, e.g. {@link org.espalier.api.metric.Predictions.ClassScores#KIND}. */
    @Attribute("judges")
    String judges();
}
