package org.espalier.report.html.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the run was made with, however deep it is nested: lists of like things as folded tables. */
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
            List<Map<?, ?>> records = list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(v -> (Map<?, ?>) v).toList();
            return !records.isEmpty() && records.size() == list.size() ? table(records) : list.stream().map(ProvenanceSection::value).collect(Collectors.joining(", "));
        }
        return Html.escape(value);
    }

    private static String table(List<Map<?, ?>> records) {
        Set<String> titles = records.stream().flatMap(r -> r.keySet().stream()).map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
        List<List<String>> rows = records.stream().map(r -> titles.stream().map(t -> r.containsKey(t) ? String.valueOf(r.get(t)) : "").toList()).toList();
        return Html.details(records.size() + " listed", Html.table("words", List.copyOf(titles), rows));
    }
}
