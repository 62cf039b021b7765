/**
 * Networks that predict a click from fields: GraphFM and the models it is compared with. {@code FieldModel} is what they share, {@code FieldInputs} turns fields into vectors,
 * and the classes that end in {@code Model} are the methods.
 */
package org.espalier.graphfm.internal.model;
