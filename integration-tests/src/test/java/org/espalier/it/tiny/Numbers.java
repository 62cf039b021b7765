package org.espalier.it.tiny;

import java.util.List;

/** The data kind of this plugin. */
public record Numbers(List<Double> values) {
    static final String KIND = "numbers";
}
