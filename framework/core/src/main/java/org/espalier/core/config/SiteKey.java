package org.espalier.core.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Keys that belong to the installation rather than to an experiment. Any layer may set them: {@code conf/site.yaml}, {@code ESPALIER_…} variables, the command line. */
public enum SiteKey {
    DATA_ROOTS("data.roots", "", "folders that hold data sets, separated by the system's path separator or commas"),
    DATA_VERIFY("data.verify", "strict", "what to do with a file that differs from the published one: strict (refuse it) or warn"),
    RUNS_ROOT("runs.root", "runs", "folder below which runs are kept"),
    COMPUTE_DEVICE("compute.device", "cpu", "id of the device that runs use"),
    COMPUTE_THREADS("compute.threads", "1", "threads of one trial; as many trials run at a time as the device has room for"),
    COMPUTE_PROFILE("compute.profile", "false", "true to time every kind of op; the run's summary then tells where the time went"),
    COMPUTE_NAN_GUARD("compute.nan-guard", "false", "true to stop a trial at the first number that is not finite, naming the op that made it");

    private final String key;
    private final String initial;
    private final String description;

    SiteKey(String key, String initial, String description) {
        this.key = key;
        this.initial = initial;
        this.description = description;
    }

    public String key() {
        return key;
    }

    /** The default as written. */
    public String initial() {
        return initial;
    }

    public String description() {
        return description;
    }

    /** The environment variable that sets it, e.g. {@code ESPALIER_DATA_ROOTS}. */
    public String variable() {
        return "ESPALIER_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(SiteKey::key).toList();
    }
}
