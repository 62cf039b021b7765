/**
 * Trainers. {@link org.espalier.standard.internal.trainer.TrainingLoop} is what those by gradients share: epochs, early stopping, checkpoints;
 * {@link org.espalier.standard.internal.trainer.Steps} is where full-batch and mini-batch training differ.
 */
package org.espalier.standard.internal.trainer;
