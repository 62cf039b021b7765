package org.espalier.api.extension;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a {@link org.espalier.api.trainer.Trainer}.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@RequiresHost
@Capability(namespace = ExtensionPoint.NAMESPACE, attribute = {"point=trainer", "class=${@class}"})
public @interface TrainerExtension {
    /** Unique name, {@code plugin.thing} in lower case, e.g. {@code gndnets.gnd}. */
    @Attribute("id")
    String id();

    /** One line for lists and reports. */
    @Attribute("title")
    String title();

    /** Form of the models it trains, e.g. {@link org.espalier.api.model.FullBatchModel#FORM}. */
    @Attribute("form")
    String form();

    /** Kind of data it takes; {@value #ANY} if it leaves the data to the model. */
    @Attribute("data")
    String data() default ANY;

    /** Takes every kind of data. */
    String ANY = "*";
}
