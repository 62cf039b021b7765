package org.espalier.core.plugin;

import java.nio.file.Path;
import java.util.List;

/** Looks after the plugin folder. Installing and removing move files there; the watcher does the rest. */
public interface PluginCatalog {
    /** All plugins, broken files included, by name; those that are retiring behind what replaced them. */
    List<Plugin> list();

    /** By symbolic name or file name. @throws org.espalier.api.error.InputException if there is none, with the nearest */
    Plugin get(String name);

    /** Why a plugin is or is not active, in plain sentences. Answered from its present state, so it can be asked at any time later. */
    String why(String name);

    /**
     * Checks the jar, then puts it into the plugin folder in one step, replacing an older version of the same plugin. Runs under way finish with the version
     * they began with; new ones use the new.
     *
     * @param jar      the bundle
     * @param simulate only check, and tell what would happen
     * @return what was done or would be done, in a sentence
     * @throws org.espalier.api.error.InputException if the file is no usable bundle
     */
    String install(Path jar, boolean simulate);

    /** Takes the file out of the plugin folder. Runs that use the plugin finish with it. @throws org.espalier.api.error.InputException if it is unknown or not in the folder */
    String remove(String name);
}
