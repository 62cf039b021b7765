package org.espalier.data.field;

/** What a field holds in each row. */
public enum FieldKind {
    /** A number: one feature, whose value is the number; 0 where it is missing. */
    NUMERIC,
    /** One of the field's features, of value 1; where it is missing, the field's first feature with value 0. */
    CATEGORICAL,
    /** Up to {@link Field#slots} of the field's features, each of value 1; unused slots hold the field's first feature with value 0. */
    MULTI_VALUED
}
