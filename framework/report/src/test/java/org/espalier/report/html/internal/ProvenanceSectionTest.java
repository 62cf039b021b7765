package org.espalier.report.html.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ProvenanceSectionTest {
    @Test
    void showsNestedValues() {
        assertTrue(ProvenanceSection.html(Map.of("java", Map.of("version", "17"))).contains("<dt>version</dt><dd>17</dd>"));
        assertTrue(ProvenanceSection.html(Map.of("seeds", List.of(1, 2))).contains("<dd>1, 2</dd>"));
    }

    @Test
    void foldsListsOfLikeThings() {
        String html = ProvenanceSection.html(Map.of("bundles", List.of(Map.of("name", "a<b"), Map.of("name", "c", "version", "1"))));
        assertTrue(html.contains("2 listed") && html.contains("<td>a&lt;b</td>") && html.contains("<th>version</th>"), html);
    }

    @Test
    void isLeftOutWhenNothingIsKnown() {
        assertEquals("", ProvenanceSection.html(Map.of()));
    }
}
