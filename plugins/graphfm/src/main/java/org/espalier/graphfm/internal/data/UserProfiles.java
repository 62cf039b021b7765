package org.espalier.graphfm.internal.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.espalier.data.field.io.Lookup;
import org.espalier.data.field.io.TextLines;

/** Gender (0, 1, 2) and age (1 to 6) by user number, a byte for each of some 24 million users. */
final class UserProfiles {
    private static final int MOST_USERS = 1 << 28;
    private static final int GENDERS = 10;
    private static final byte UNKNOWN = -1;
    private static final byte[] MISSING = {};

    private byte[] profiles = new byte[0];

    private UserProfiles() {
    }

    /**
     * Reads lines of user, gender and age, divided by tabs.
     *
     * @throws org.espalier.api.error.DataException naming the first line that is none, unless these are skipped
     */
    static UserProfiles read(Path path, boolean skipBad, Consumer<String> remarks) throws IOException {
        UserProfiles users = new UserProfiles();
        BadTableLines bad = new BadTableLines(path, skipBad);
        TextLines.each(path, StandardCharsets.ISO_8859_1, (number, line) -> bad.look(number,
                line.isBlank() || users.add(line.split("\t", -1)) ? "" : "'" + line + "' is not a user's number, gender and age, divided by tabs"));
        bad.tell(remarks);
        return users;
    }

    Lookup genders() {
        return (text, start, length) -> digit(text, start, length, 1);
    }

    Lookup ages() {
        return (text, start, length) -> digit(text, start, length, GENDERS);
    }

    private boolean add(String[] parts) {
        if (parts.length != 3 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d") || !parts[2].matches("\\d")) {
            return false;
        }
        int user = Integer.parseInt(parts[0]);
        if (user >= MOST_USERS) {
            return false;
        }
        if (user >= profiles.length) {
            int known = profiles.length;
            profiles = Arrays.copyOf(profiles, Math.max(1024, user + user / 2 + 1));
            Arrays.fill(profiles, known, profiles.length, UNKNOWN);
        }
        profiles[user] = (byte) (Integer.parseInt(parts[1]) + GENDERS * Integer.parseInt(parts[2]));
        return true;
    }

    /** A digit of the user's profile; missing if the user is unknown. */
    private byte[] digit(byte[] text, int start, int length, int unit) {
        int user = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || user >= MOST_USERS) {
                return MISSING;
            }
            user = user * 10 + digit;
        }
        return user >= profiles.length || profiles[user] == UNKNOWN ? MISSING : new byte[] {(byte) ('0' + profiles[user] / unit % 10)};
    }
}
