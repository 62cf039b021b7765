package org.espalier.api.extension;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a {@link org.espalier.api.model.Model}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@RequiresHost
@Capability(namespace = ExtensionPoint.NAMESPACE, attribute = {"point=model", "class=${@class}"})
public @interface ModelExtension {
    /** Unique name, {@code plugin.thing} in lower case, e.g. {@code gndnets.gnd}. */
    @Attribute("id")
    String id();

    /** One line for lists and reports. */
    @Attribute("title")
    String title();

    /** Kind of data it takes, e.g. {@code graph}. */
    @Attribute("data")
    String data();

    /** How it can be trained, e.g. {@link org.espalier.api.model.FullBatchModel#FORM}; the trainer must train the same form. */
    @Attribute("form")
    String form();

    /** Kind of its predictions, e.g. {@link org.espalier.api.metric.Predictions.ClassScores#KIND}; metrics must judge the same kind. */
    @Attribute("predicts")
    String predicts();
}
