package org.espalier.report.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** How single values are written. */
final class PlainTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PlainTypes() {
        super("plain-types");
        addSerializer(Instant.class, text(Instant::toString));
        addSerializer(Path.class, text(Path::toString));
        addSerializer(enumType(), text(value -> kebab(value.name().replace('_', '-'))));
        addSerializer(Optional.class, new Absent());
        addSerializer(Double.class, new Finite());
        addSerializer(double.class, new Finite());
        addSerializer(double[].class, new FiniteArray());
    }

    /** {@code EpochDone} and {@code epoch-done} alike as {@code epoch-done}. */
    static String kebab(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        return (constant ? name : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")).toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static Class<Enum<?>> enumType() {
        return (Class<Enum<?>>) (Class<?>) Enum.class;
    }

    private static <T> JsonSerializer<T> text(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text.apply(value));
            }
        };
    }

    /** JSON has no NaN and no infinity. */
    private static void write(double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    private static final class Finite extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(value, out);
        }
    }

    private static final class FiniteArray extends JsonSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (double value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Absent extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), out);
            } else {
                out.writeNull();
            }
        }
    }
}
