package org.espalier.report.html.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What the run was made with, however deep it is nested. */
final class ProvenanceSection {
    private ProvenanceSection() {
    }

    static String html(Map<String, Object> provenance) {
        return provenance.isEmpty() ? "" : Html.section("provenance", "Provenance", value(provenance));
    }

    private static String value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(e -> "<dt>" + Html.escape(e.getKey()) + "</dt><dd>" + value(e.getValue()) + "</dd>\n")
                    .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(v -> "<li>" + value(v) + "</li>\n").collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        return Html.escape(value);
    }
}
