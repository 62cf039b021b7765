package org.espalier.report.html.internal;

import java.util.List;

import org.espalier.core.config.Setting;

/** Every effective value with its origin. */
final class SettingSection {
    private SettingSection() {
    }

    static String html(List<Setting> settings) {
        return settings.isEmpty() ? "" : Html.section("configuration", "Configuration", Html.table("words", List.of("key", "value", "origin"),
                settings.stream().map(s -> List.of(s.key(), s.value(), s.origin().toString())).toList()));
    }
}
