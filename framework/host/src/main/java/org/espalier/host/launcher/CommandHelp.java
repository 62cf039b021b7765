package org.espalier.host.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

import org.osgi.framework.wiring.BundleCapability;

/** What the launcher says about commands. */
final class CommandHelp {
    private CommandHelp() {
    }

    /** @param commands announcements by name */
    static String text(Map<String, BundleCapability> commands) {
        StringBuilder text = new StringBuilder("Usage: espalier [--verbose] [command] [arguments]\n\nCommands (without one: shell):\n");
        int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        commands.forEach((name, announcement) -> text.append(String.format("  %-" + width + "s  %s%n", name, announcement.getAttributes().get("description"))));
        return text.append("\nespalier <command> --help tells more; espalier --version the version.\n").toString();
    }

    static String unknown(String command, Collection<String> known) {
        String nearest = known.stream().min(Comparator.comparingInt(name -> distance(command, name))).orElse("help");
        return "There is no command '" + command + "'; did you mean '" + nearest + "'? Commands: " + String.join(", ", known) + ".";
    }

    /** Levenshtein's edit distance, row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
