/**
 * Running trials: {@link org.espalier.core.internal.run.RunServiceComponent} makes a {@link org.espalier.core.internal.run.RunExecution} of a plan, which gives its trials to a
 * {@link org.espalier.core.internal.run.TrialRunner} and that each stage to a {@link org.espalier.core.internal.run.StageRunner}. A {@link org.espalier.core.internal.run.Rehearsal} goes through
 * the same up to the first step, so that what cannot work is refused before anything runs.
 */
package org.espalier.core.internal.run;
