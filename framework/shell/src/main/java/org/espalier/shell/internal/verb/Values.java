package org.espalier.shell.internal.verb;

/** What an argument stands for, so that the tab key can offer it. */
public enum Values {
    EXPERIMENTS, SETTINGS, RUNS, EXTENSIONS, POINTS, DATASETS, PLUGINS, PAPERS, COMMANDS, METRICS, FIGURES, FILES, NUMBERS
}
