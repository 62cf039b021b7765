/**
 * Click logs and census tables as they are published, preprocessed and split as the paper's code does it (specification of the official repository,
 * preprocessing and protocol), and two readers for a user's own files.
 */
package org.espalier.graphfm.internal.data;
