package org.espalier.core.internal.experiment;

import java.util.List;
import java.util.stream.LongStream;

import org.espalier.core.internal.config.Lists;

/** How seeds are written: a number of them, or a list. */
final class Seeds {
    private Seeds() {
    }

    /** @throws IllegalArgumentException saying what is expected */
    static List<Long> parse(String text) {
        try {
            List<Long> seeds = Lists.isList(text) ? Lists.parse(text).stream().map(Long::valueOf).toList()
                    : LongStream.rangeClosed(1, Long.parseLong(text)).boxed().toList();
            if (!seeds.isEmpty()) {
                return seeds;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("seeds are '" + text + "', but a number of seeds or a list like [1, 2, 3] is expected", e);
        }
        throw new IllegalArgumentException("seeds are '" + text + "', but at least one is needed");
    }
}
