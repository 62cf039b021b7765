package org.espalier.core.paper;

import java.util.List;

/** The cards that bundles carry in {@code OSGI-INF/espalier/papers}. */
public interface PaperCatalog {
    /** All cards, by id. */
    List<PaperCard> list();

    /** @throws org.espalier.api.error.InputException if there is none, with the nearest id */
    PaperCard get(String id);
}
