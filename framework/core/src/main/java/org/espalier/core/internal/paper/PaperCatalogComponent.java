package org.espalier.core.internal.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.espalier.api.error.InputException;
import org.espalier.core.experiment.ExperimentCatalog;
import org.espalier.core.experiment.ExperimentInfo;
import org.espalier.core.internal.experiment.BundleFiles;
import org.espalier.core.internal.extension.Retired;
import org.espalier.core.internal.text.Nearest;
import org.espalier.core.internal.yaml.YamlFile;
import org.espalier.core.internal.yaml.YamlMap;
import org.espalier.core.paper.PaperCard;
import org.espalier.core.paper.PaperCard.Table;
import org.espalier.core.paper.PaperCatalog;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the cards that bundles carry. */
@Component
public final class PaperCatalogComponent implements PaperCatalog {
    private static final List<String> KEYS = List.of("id", "title", "authors", "year", "arxiv", "code", "summary", "tables", "reproduced");

    private final BundleFiles files;
    private final ExperimentCatalog experiments;

    @Activate
    public PaperCatalogComponent(BundleContext context, @Reference ExperimentCatalog experiments, @Reference Retired retired) {
        this.files = new BundleFiles(context, retired, "OSGI-INF/espalier/papers");
        this.experiments = experiments;
    }

    @Override
    public List<PaperCard> list() {
        return List.copyOf(cards().values());
    }

    @Override
    public PaperCard get(String id) {
        Map<String, PaperCard> cards = cards();
        if (!cards.containsKey(id)) {
            throw new InputException("There is no paper '" + id + "'." + Nearest.hint(id, cards.keySet()));
        }
        return cards.get(id);
    }

    private Map<String, PaperCard> cards() {
        List<ExperimentInfo> infos = experiments.list();
        Map<String, PaperCard> cards = new TreeMap<>();
        files.all().forEach(entry -> {
            PaperCard card = card(YamlFile.parse(entry.name(), entry.text()).only(KEYS), infos);
            cards.put(card.id(), card);
        });
        return cards;
    }

    private static PaperCard card(YamlMap map, List<ExperimentInfo> infos) {
        String id = map.text("id");
        List<Table> tables = map.maps("tables").stream()
                .map(table -> new Table(table.only(List.of("name", "caption", "rows")).text("name"), table.text("caption"), table.rows("rows"))).toList();
        List<String> own = infos.stream().filter(info -> info.paper().filter(id::equals).isPresent()).map(ExperimentInfo::id).toList();
        return new PaperCard(id, map.text("title"), map.texts("authors"), year(map), map.text("arxiv"), map.optionalText("code"), map.text("summary").strip(), tables,
                map.texts("reproduced"), own);
    }

    private static int year(YamlMap map) {
        try {
            return Integer.parseInt(map.text("year"));
        } catch (NumberFormatException e) {
            throw map.problem("year", "a year is expected, not '" + map.text("year") + "'");
        }
    }
}
