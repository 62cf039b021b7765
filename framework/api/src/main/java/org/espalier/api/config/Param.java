package org.espalier.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one parameter of an extension: a component of the record that the extension's constructor takes.
 * The key is the component's name in kebab case ({@code learningRate} is {@code learning-rate}).
 * Allowed types: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, enums (choices in kebab case),
 * {@code List} of these, and {@link java.util.Optional} of these or of {@link org.espalier.api.run.Artefact}
 * (written {@code {from: STAGE, artefact: NAME}}). A component that is itself such a record needs no {@code @Param}: its
 * components are keys beside the others, so that several extensions can share them.
 */
@Retention(RetentionPolicy.RUNTIME)
// FIELD: bnd overlooks annotations of record components, and would not import this package into plugins
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Param {
    /** What the parameter does, one sentence. */
    String value();

    /** Default as it would be written in YAML; {@link #REQUIRED} if the user must give one. Lists: comma-separated. */
    String def() default REQUIRED;

    /** Least allowed number, inclusive. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest allowed number, inclusive. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #max} itself is forbidden, as for a probability in [0, 1). */
    boolean maxExclusive() default false;

    /** Unit, e.g. {@code epochs}; empty for pure numbers. */
    String unit() default "";

    /** The allowed strings; empty for any. */
    String[] choices() default {};

    /** Marks a parameter without default. */
    String REQUIRED = "\0";
}
