/**
 * How text becomes encoded rows. {@link org.espalier.data.internal.field.BlockReader} hands out blocks of whole lines, workers parse them with a
 * {@link org.espalier.data.internal.field.RowParser}: once in a {@link org.espalier.data.internal.field.CountingPass}, once in an
 * {@link org.espalier.data.internal.field.EncodingPass}, which writes what {@link org.espalier.data.internal.field.EncodedRows} reads.
 */
package org.espalier.data.internal.field;
