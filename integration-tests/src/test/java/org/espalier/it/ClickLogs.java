package org.espalier.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A few rows of each data set that GraphFM's experiments read, made up, in the published formats. */
final class ClickLogs {
    private static final int ROWS = 40;
    private static final String AVAZU = "id,click,hour,C1,banner_pos,site_id,site_domain,site_category,app_id,app_domain,app_category,device_id,device_ip,"
            + "device_model,device_type,device_conn_type,C14,C15,C16,C17,C18,C19,C20,C21\n";

    private ClickLogs() {
    }

    static void write(Path folder) throws IOException {
        text(folder, "adult.data", "", row -> "39, Private, 77516, HS-grad, 13, Divorced, Sales, Husband, White, Male, 0, 0, 40, Cuba, " + (row % 2 == 0 ? "<=50K" : ">50K"));
        text(folder, "adult.test", "|1x3 Cross validator\n", row -> "39, Private, 77516, HS-grad, 13, Divorced, Sales, Husband, White, Male, 0, 0, 40, Cuba, <=50K.");
        text(folder, "census-income.test", "", row -> "1, ".repeat(41) + (row % 2 == 0 ? "- 50000." : "50000+."));
        for (String name : List.of("train.txt", "criteo_10k.txt")) {
            text(folder, name, "", row -> row % 2 + "\t5".repeat(13) + "\taa".repeat(26));
        }
        text(folder, "train.csv", AVAZU, row -> row + "," + row % 2 + ",14102100" + ",1".repeat(21));
        text(folder, "ml-1m/users.dat", "", row -> row + "::F::1::10::48067");
        text(folder, "ml-1m/movies.dat", "", row -> row + "::Title (" + (1920 + row) + ")::Drama|Comedy");
        text(folder, "ml-1m/ratings.dat", "", row -> row + "::" + row + "::" + (row % 2 == 0 ? 5 : 1) + "::" + (978300760 + row));
        for (String part : List.of("train", "validation", "test")) {
            text(folder, "frappe." + part + ".libfm", "", row -> (row % 2 == 0 ? "1" : "-1") + IntStream.range(0, 10).mapToObj(field -> " " + field + ":1").collect(Collectors.joining()));
        }
    }

    private static void text(Path folder, String name, String header, IntFunction<String> row) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), header + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n", "", "\n")));
    }
}
