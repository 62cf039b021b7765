package org.espalier.core.run;

import org.espalier.api.inspection.Figure;

/**
 * A figure that a trial's model gave.
 *
 * @param trial  the trial's id
 * @param stage  the stage
 * @param name   as the model named it
 * @param figure what to draw
 */
public record TrialFigure(String trial, String stage, String name, Figure figure) {
}
