package org.espalier.core.plugin;

import java.nio.file.Path;
import java.util.List;

/** Looks after the plugin folder. Installing and removing move files there; the watcher does the rest. */
public interface PluginCatalog {
    /** All plugins, broken files included, by name. */
    List<Plugin> list();

    /** By symbolic name or file name. @throws org.espalier.api.error.InputException if there is none, with the nearest */
    Plugin get(String name);

    /** Why a plugin is or is not active, in plain sentences. Answered from its present state, so it can be asked at any time later. */
    String why(String name);

    /**
     * Checks the jar, then puts it into the plugin folder in one step, replacing an older version of the same plugin.
     *
     * @param jar      the bundle
     * @param simulate only check, and tell what would happen
     * @return what was done or would be done, in a sentence
     * @throws org.espalier.api.error.InputException if the file is no usable bundle, or a running run uses the version to be replaced
     */
    String install(Path jar, boolean simulate);

    /** Takes the file out of the plugin folder. @throws org.espalier.api.error.InputException if it is unknown, not in the folder, or in use */
    String remove(String name);
}
