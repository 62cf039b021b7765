/**
 * Networks that predict a click from fields: GraphFM and the models it is compared with. {@code FieldModel} is what they share, {@code Embedding} turns fields into vectors,
 * and the classes named after methods are the rest.
 */
package org.espalier.graphfm.internal.model;
