package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.util.List;
import java.util.OptionalLong;

import org.espalier.api.model.Model;
import org.espalier.core.extension.Extension;

/** What a model says before it is trained: how much native memory it needs, and what it will do. */
final class Foresight {
    /** Asked for where a model cannot tell. */
    private static final long UNKNOWN = 256L << 20;

    private Foresight() {
    }

    static long needed(Extension extension, Model<?> model, Object data) {
        return forecast(extension, model, data).orElse(UNKNOWN);
    }

    @SuppressWarnings("unchecked")
    static OptionalLong forecast(Extension extension, Model<?> model, Object data) {
        return blame(extension, "forecasting its memory", () -> ((Model<Object>) model).nativeMemory(data));
    }

    /** What the model says that it will do. */
    @SuppressWarnings("unchecked")
    static List<String> outlook(Extension extension, Model<?> model, Object data) {
        return blame(extension, "looking ahead", () -> ((Model<Object>) model).outlook(data));
    }
}
