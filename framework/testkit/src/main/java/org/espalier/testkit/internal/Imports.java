package org.espalier.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.framework.VersionRange;

/**
 * The clauses of an {@code Import-Package} header.
 *
 * @param clauses a package with its attributes each
 */
record Imports(List<String> clauses) {
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
    private static final Pattern VERSION = Pattern.compile(";\\s*version=\"?([^;\"]+(?:,[^;\"]+)?)\"?");

    static Imports of(String header) {
        List<String> clauses = new ArrayList<>();
        Matcher matcher = CLAUSE.matcher(header);
        while (matcher.find()) {
            clauses.add(matcher.group().strip());
        }
        return new Imports(clauses);
    }

    /** What to export so that they are satisfied; Java's own packages always are. */
    List<String> exports() {
        return clauses.stream().filter(clause -> !clause.startsWith("java.")).map(Imports::export).toList();
    }

    private static String export(String clause) {
        String name = clause.split(";", 2)[0].strip();
        Matcher version = VERSION.matcher(clause);
        return version.find() ? name + ";version=\"" + new VersionRange(version.group(1)).getLeft() + "\"" : name;
    }
}
