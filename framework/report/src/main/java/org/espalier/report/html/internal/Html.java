package org.espalier.report.html.internal;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of HTML. Texts are escaped here and nowhere else; what is called {@code html} is taken as it is. */
final class Html {
    private Html() {
    }

    static String escape(Object text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    static String section(String id, String title, String html) {
        return html.isEmpty() ? "" : "<section id=\"" + id + "\">\n<h2>" + escape(title) + "</h2>\n" + html + "</section>\n";
    }

    static String details(String title, String html) {
        return "<details><summary>" + escape(title) + "</summary>\n" + html + "</details>\n";
    }

    /** A table whose first column is words and whose others are numbers, unless {@code kind} says otherwise. */
    static String table(String kind, List<String> titles, List<List<String>> rows) {
        String head = titles.stream().map(t -> "<th>" + escape(t) + "</th>").collect(Collectors.joining());
        String body = rows.stream().map(row -> row.stream().map(c -> "<td>" + escape(c) + "</td>").collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining());
        return "<div class=\"wide\"><table class=\"" + kind + "\"><thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body + "</tbody></table></div>\n";
    }

    /** Escapes JSON so that no text in it can end the script element around it. */
    static String script(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
