package org.espalier.gndnets.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.espalier.api.dataset.DataFile;
import org.espalier.api.error.InputException;
import org.espalier.data.graph.io.PlanetoidFiles;

/** Where the citation, co-purchase and web graphs are published, with the fingerprints of the files that were at hand. */
final class Publications {
    private static final String PLANETOID = "https://github.com/kimiyoung/planetoid/raw/master/data/";
    private static final String BENCHMARK = "https://github.com/shchur/gnn-benchmark/raw/master/data/npz/";
    private static final String PPNP = "https://github.com/klicperajo/ppnp/raw/master/ppnp/data/";
    private static final String GEOM = "https://github.com/graphdml-uiuc-jlu/geom-gcn/raw/master/new_data/";
    private static final String LINQS = "https://linqs-data.soe.ucsc.edu/public/lbc/";

    /** The forms of one set stand together, the one to prefer first. */
    private static final List<Publication> ALL = List.of(
            planetoid("cora", "9419ba2f26f5c35243db64aba110e0f35a04851609e0dc5433450676ca6b8543", "2b998f5cc7fedc86e7f97ca2498f47a1ffc1462c29e2d578b23bf3f62b6e7d71",
                    "b9afbaa4a400df991f6f02ef677e1e44da55ffc04801fd02f9e673987829226a", "41f5ac76596a1699cc33f53084a2419e92961c42bb75f36fc38e616d348532ad",
                    "58f13302f39dde8852dad6fe6d15b89b077b6d7f837626bce671ef80344b383d", "297ce89af2b51a6a194181c7dbe1796c6a1cf9cd9349a88383b1b1e227867875"),
            linqs("cora"),
            npz("cora", BENCHMARK, "cora.npz", "068e22d90c3849b4057dfb05851741428992af058efcd4e7ebb4186f3d581de2"),
            planetoid("citeseer", "2ac30345d95c9ec933a817ee0bdd6a5f077f8c184a20e696910192d534414668", "f704b2d986dde6c2669934de1f3ae5696a6cf9455c0f6b2646a2d135ea0a1c95",
                    "539a8906a2da97628d212f2fdd668c109a8b3f0d36574b59e5d3fd5b5303da21", "55e5bd1ba1e733a04598753ad1a8d57957f4b8f89e74519f41f4f4938767e4ce",
                    "d79a4ef9d3e7169aee8946145f6b7306e35bc79bffad26346cfb94e10e9912a7", "2af990671580b6b2df5d158d1038f8292e30c9cd821b5453f399659b25b723d4"),
            linqs("citeseer"),
            npz("citeseer", BENCHMARK, "citeseer.npz", "280278b21b434c047922e8389518861416fb3ad39389c27865ff0e6bbb0aaab7"),
            planetoid("pubmed", "", "0c37bbe3b5014ec365e9d393cf4791925e5ed94fb194305d74f064a8d7b50f0e",
                    "4eb5f5d0f30f26497eb0ac6ac9719d09c67e284f1ed0385c93f3ef27a671da3d", "ee2e0d4819d9fbcc403689c3bf2e49face401b605932f093bc58ab6461130fdd",
                    "5b89f0036ca22909471f1e6558eb42fa06e0c730a577bde5b058b40638f81dc9", "b101d421688bbaecbd82e8a18f1e282378d6830f3a37666f28ebc47f844341b5"),
            npz("pubmed", BENCHMARK, "pubmed.npz", ""),
            npz("cora_ml", PPNP, "cora_ml.npz", "e3439bfd32c4a962d5c56a4f313793baee39181c208c90a3915b61183d3e1cda"),
            npz("amazon_photo", BENCHMARK, "amazon_electronics_photo.npz", ""),
            npz("amazon_computers", BENCHMARK, "amazon_electronics_computers.npz", ""),
            geom("chameleon", "5fd29736ff31b43a1bfcf305bc8b4cffc3103fb0957667976b2ea0f78aedcf5b", "45ac593de9207470090230c8fd76beeb2f60b5371a9be088e8bf31e7f0619a4b"),
            geom("squirrel", "ac15ab755983717a187992eef8ce2017aae33ea444fd655b07e4662690dcc03a", "453d8e96754d68e2ab0a7ebb56f93506b59531d95abaec7a2b46fe1eae7c39cd"),
            geom("cornell", "", "c4522a00cc40873c8a04a3a07c49e24a48a507eb284ac9c9f2d3e0590351bbb7"),
            geom("film", "", ""),
            geom("texas", "", "0fe85183243a78cbee9b85a684f8240963d04d1020d10e9cd2b8cfb25e33b476"));

    private Publications() {
    }

    /**
     * The form of a set that is asked for, or else the one to prefer.
     *
     * @throws InputException if the set is not published in that form, naming those it has
     */
    static Publication of(String set, Optional<Format> format) {
        List<Publication> forms = ALL.stream().filter(publication -> publication.set().equals(set)).toList();
        return forms.stream().filter(publication -> format.isEmpty() || publication.format() == format.get()).findFirst().orElseThrow(
                () -> new InputException("Data set '" + set + "' is not published in format '" + name(format.get()) + "'; it is in "
                        + forms.stream().map(form -> name(form.format())).collect(Collectors.joining(", "))));
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static Publication planetoid(String set, String... sha256) {
        List<DataFile> files = new ArrayList<>();
        for (int i = 0; i < sha256.length; i++) {
            DataFile file = file("planetoid/", PLANETOID, "ind." + set + "." + PlanetoidFiles.MEMBERS.get(i), sha256[i]);
            files.add(PlanetoidFiles.WITHOUT_FEATURES.contains(PlanetoidFiles.MEMBERS.get(i)) ? file : file.optional());
        }
        return new Publication(set, Format.PLANETOID, List.copyOf(files));
    }

    /** Without fingerprint: mirrors of these archives order the rows differently. */
    private static Publication linqs(String set) {
        List<DataFile> texts = Stream.of(".content", ".content.gz", ".cites", ".cites.gz").map(end -> DataFile.external("linqs/" + set + end).optional()).toList();
        DataFile archive = file("linqs/", LINQS, set + ".tgz", "").optional();
        return new Publication(set, Format.LINQS, Stream.concat(texts.stream(), Stream.of(archive)).toList());
    }

    private static Publication npz(String set, String origin, String file, String sha256) {
        return new Publication(set, Format.NPZ, List.of(file("npz/", origin, file, sha256)));
    }

    /**
     * Any file may be plain or gzipped; what gzip makes of one differs from tool to tool, so only the plain ones have fingerprints. The archive of the paper's code has one and the same
     * node file for cornell and texas, so that of neither is known to be the published one.
     */
    private static Publication geom(String set, String nodes, String edges) {
        String nodeFile = set + "/out1_node_feature_label.txt";
        String edgeFile = set + "/out1_graph_edges.txt";
        return new Publication(set, Format.GEOM, List.of(file("geom/", GEOM, nodeFile, nodes).optional(), DataFile.external("geom/" + nodeFile + ".gz").optional(),
                file("geom/", GEOM, edgeFile, edges).optional(), DataFile.external("geom/" + edgeFile + ".gz").optional()));
    }

    private static DataFile file(String folder, String origin, String name, String sha256) {
        DataFile file = DataFile.external(folder + name).source(origin + name);
        return sha256.isEmpty() ? file : file.sha256(sha256);
    }
}
