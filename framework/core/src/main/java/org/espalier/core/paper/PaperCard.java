package org.espalier.core.paper;

import java.util.List;
import java.util.Optional;

/**
 * What a paper is and what it published.
 *
 * @param id         e.g. {@code gndnets}
 * @param title      title
 * @param authors    in order
 * @param year       year
 * @param arxiv      arXiv id
 * @param code       address of the authors' code, if any
 * @param summary    what it proposes, in our words
 * @param tables     its published tables, or that they are not available
 * @param reproduced remarks on what this plugin reproduces and what it does not
 * @param experiments ids of the experiments that belong to it
 */
public record PaperCard(String id, String title, List<String> authors, int year, String arxiv, Optional<String> code, String summary, List<Table> tables,
        List<String> reproduced, List<String> experiments) {
    /**
     * A published table.
     *
     * @param name    e.g. {@code Table 3}
     * @param caption what it shows
     * @param rows    cells, header first; empty if the numbers are not available
     */
    public record Table(String name, String caption, List<List<String>> rows) {
    }
}
