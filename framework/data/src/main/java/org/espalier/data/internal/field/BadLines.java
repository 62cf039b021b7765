package org.espalier.data.internal.field;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.espalier.api.error.DataException;

/** Tells of bad lines by their place in the file. */
final class BadLines {
    private BadLines() {
    }

    /** @throws DataException for the first bad line, unless they are to be skipped; for files without a row in any case */
    static void refuse(List<BlockTally> tallies, List<Path> files, boolean skip) {
        if (!skip) {
            tallies.stream().filter(tally -> tally.bad() > 0).findFirst().ifPresent(tally -> {
                throw new DataException(described(tallies, files, tally) + " (skip-bad=true leaves such lines out and counts them)");
            });
        }
        if (tallies.stream().mapToInt(BlockTally::rows).sum() == 0) {
            String problem = remark(tallies, files).map(remark -> ": " + remark).orElse("");
            throw new DataException(String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList()) + ": not a single row" + problem);
        }
    }

    /** What was skipped, if anything. */
    static Optional<String> remark(List<BlockTally> tallies, List<Path> files) {
        int bad = tallies.stream().mapToInt(BlockTally::bad).sum();
        return tallies.stream().filter(tally -> tally.bad() > 0).findFirst()
                .map(tally -> String.format(Locale.ROOT, "%,d bad line%s skipped; the first: %s", bad, bad == 1 ? "" : "s", described(tallies, files, tally)));
    }

    private static String described(List<BlockTally> tallies, List<Path> files, BlockTally with) {
        long before = tallies.stream().filter(tally -> tally.file() == with.file() && tally.block() < with.block()).mapToLong(BlockTally::lines).sum();
        return DataException.atLine(files.get(with.file()).getFileName().toString(), before + with.firstBadLine(), with.firstProblem()).getMessage();
    }
}
