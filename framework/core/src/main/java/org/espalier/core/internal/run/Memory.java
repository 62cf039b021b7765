package org.espalier.core.internal.run;

import static org.espalier.core.internal.run.PluginFault.blame;

import java.util.OptionalLong;

import org.espalier.api.model.Model;
import org.espalier.core.extension.Extension;

/** How much native memory a model says it needs. */
final class Memory {
    /** Asked for where a model cannot tell. */
    private static final long UNKNOWN = 256L << 20;

    private Memory() {
    }

    static long needed(Extension extension, Model<?> model, Object data) {
        return forecast(extension, model, data).orElse(UNKNOWN);
    }

    @SuppressWarnings("unchecked")
    static OptionalLong forecast(Extension extension, Model<?> model, Object data) {
        return blame(extension, "forecasting its memory", () -> ((Model<Object>) model).nativeMemory(data));
    }
}
