package org.espalier.core.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.espalier.api.error.InputException;
import org.espalier.core.claim.Claim;
import org.espalier.core.experiment.Experiment;
import org.espalier.core.experiment.Layer;
import org.espalier.core.internal.claim.Check;
import org.espalier.core.internal.claim.Selectable;
import org.espalier.core.internal.config.Flattener;
import org.espalier.core.internal.yaml.YamlFile;
import org.espalier.core.internal.yaml.YamlMap;

/** Reads experiment files. */
final class ExperimentReader {
    private static final List<String> KEYS = List.of("id", "title", "paper", "stages", "seeds", "variants", "sweep", "claims");
    private static final List<String> CLAIM_KEYS = List.of("id", "says", "where", "check", "published");

    private ExperimentReader() {
    }

    /** @throws InputException with file and line for anything that is not as it should be */
    static Experiment read(String file, String text) {
        YamlMap root = YamlFile.parse(file, text).only(KEYS);
        YamlMap stages = root.map("stages");
        if (stages.keys().isEmpty()) {
            throw new InputException(file + ":1: an experiment needs 'stages' with at least one stage, e.g. main: {dataset: …, model: …, trainer: …, metrics: […]}");
        }
        Map<String, Layer> variants = variants(root.map("variants"));
        Map<String, List<String>> sweep = sweep(root.map("sweep"));
        return new Experiment(root.text("id"), root.text("title"), root.optionalText("paper"), file, text, List.copyOf(stages.keys()),
                Flattener.flatten("experiment", stages), seeds(root), variants, sweep, claims(root, new Selectable(variants.keySet(), sweep)));
    }

    private static List<Long> seeds(YamlMap root) {
        if (!root.has("seeds")) {
            return List.of(1L);
        }
        try {
            return Seeds.parse(root.value("seeds"));
        } catch (IllegalArgumentException e) {
            throw root.problem("seeds", e.getMessage());
        }
    }

    private static Map<String, Layer> variants(YamlMap map) {
        Map<String, Layer> variants = new LinkedHashMap<>();
        map.keys().forEach(name -> variants.put(name, Flattener.flatten("variant " + name, map.map(name))));
        return variants;
    }

    private static Map<String, List<String>> sweep(YamlMap map) {
        Map<String, List<String>> sweep = new LinkedHashMap<>();
        for (String key : map.keys()) {
            if (map.values(key).isEmpty()) {
                throw map.problem(key, "the sweep over '" + key + "' needs at least one value");
            }
            sweep.put(key, map.values(key));
        }
        return sweep;
    }

    private static List<Claim> claims(YamlMap root, Selectable selectable) {
        List<Claim> claims = new ArrayList<>();
        for (YamlMap map : root.maps("claims")) {
            map.only(CLAIM_KEYS);
            String id = map.optionalText("id").orElse("claim-" + (claims.size() + 1));
            claims.add(new Claim(id, map.text("says"), where(map, selectable), check(map, selectable), published(map), map.line()));
        }
        return claims;
    }

    private static Map<String, String> where(YamlMap claim, Selectable selectable) {
        YamlMap map = claim.map("where");
        Map<String, String> where = new LinkedHashMap<>();
        for (String key : map.keys()) {
            where.put(key, map.text(key));
            try {
                selectable.require(key, map.text(key));
            } catch (IllegalArgumentException e) {
                throw map.problem(key, "the claim is about no trial: " + e.getMessage());
            }
        }
        return where;
    }

    private static String check(YamlMap claim, Selectable selectable) {
        String check = claim.text("check");
        Check parsed = parsed(claim, check);
        try {
            selectable.require(parsed);
        } catch (IllegalArgumentException e) {
            throw claim.problem("check", "the check '" + check + "' finds no trials: " + e.getMessage());
        }
        return check;
    }

    private static Check parsed(YamlMap claim, String check) {
        try {
            return Check.parse(check);
        } catch (IllegalArgumentException e) {
            throw claim.problem("check", "cannot read the check '" + check + "': " + e.getMessage());
        }
    }

    private static String published(YamlMap claim) {
        if (!claim.isMap("published")) {
            return claim.optionalText("published").orElse("not available");
        }
        YamlMap published = claim.map("published").only(List.of("where", "value"));
        return published.text("value") + " (" + published.text("where") + ")";
    }
}
