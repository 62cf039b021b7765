package org.espalier.core.extension;

import org.espalier.api.extension.ExtensionPoint;

/**
 * One contribution of a bundle, as its manifest declares it.
 *
 * @param point     where it plugs in
 * @param id        unique name within the point
 * @param title     one line for people
 * @param data      kind of data it yields (datasets) or takes (models, trainers); {@code *} for any; empty for metrics
 * @param form      form of training (models, trainers); empty otherwise
 * @param judges    kind of predictions made (models) or judged (metrics); empty otherwise
 * @param className the implementing class
 * @param plugin    symbolic name of the bundle
 * @param version   version of the bundle
 * @param bundle    id of the bundle in the framework
 */
public record Extension(ExtensionPoint point, String id, String title, String data, String form, String judges, String className, String plugin, String version, long bundle) {
}
