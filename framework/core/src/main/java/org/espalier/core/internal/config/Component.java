package org.espalier.core.internal.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.api.run.Artefact;
import org.espalier.core.config.ArtefactSource;
import org.espalier.core.config.Parameter;
import org.espalier.core.config.Setting;
import org.espalier.core.internal.text.Names;

/** One component of a parameters record: its key, and how a value is read. */
public final class Component {
    private enum Wrapping { PLAIN, LIST, OPTIONAL }

    private final String key;
    private final Param param;
    private final Class<?> type;
    private final Wrapping wrapping;

    private Component(String key, Param param, Class<?> type, Wrapping wrapping) {
        this.key = key;
        this.param = param;
        this.type = type;
        this.wrapping = wrapping;
    }

    /** @throws InputException if the component lacks {@link Param} or has a type that values cannot be read into */
    public static Component of(RecordComponent component) {
        String where = component.getDeclaringRecord().getName() + "." + component.getName();
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new InputException("Record component " + where + " has no @Param: every component of a parameters record needs one");
        }
        Wrapping wrapping = component.getType() == List.class ? Wrapping.LIST : component.getType() == Optional.class ? Wrapping.OPTIONAL : Wrapping.PLAIN;
        Class<?> type = wrapping == Wrapping.PLAIN ? component.getType()
                : (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        if (type != Artefact.class && !Scalar.reads(type)) {
            throw new InputException("Record component " + where + " has type " + type.getName() + ", which no value can be read into");
        }
        return new Component(Names.kebab(component.getName()), param, type, wrapping);
    }

    public String key() {
        return key;
    }

    /** The default as written. */
    public Optional<String> initial() {
        return param.def().equals(Param.REQUIRED) ? Optional.empty() : Optional.of(param.def());
    }

    /** Whether a value under this key belongs to this component. */
    public boolean takes(String given) {
        return given.equals(key) || type == Artefact.class && (given.equals(key + ".from") || given.equals(key + ".artefact"));
    }

    public Parameter describe() {
        String name = type == Artefact.class ? "artefact" : Scalar.name(type);
        boolean required = initial().isEmpty() && wrapping != Wrapping.OPTIONAL;
        return new Parameter(key, wrapping == Wrapping.LIST ? "list of " + name : name, param.value(), initial(), required, range().toString(),
                range().choices(), param.unit());
    }

    private Range range() {
        return Range.of(param, type);
    }

    /** The value for the record's constructor. */
    public Object value(String user, Map<String, Setting> values, ArtefactSource artefacts) {
        if (type == Artefact.class) {
            return artefact(user, values, artefacts);
        }
        Setting setting = values.get(key);
        if (setting == null || wrapping == Wrapping.OPTIONAL && setting.value().isEmpty()) {
            return absent(user);
        }
        return switch (wrapping) {
            case PLAIN -> one(setting, setting.value());
            case OPTIONAL -> Optional.of(one(setting, setting.value()));
            case LIST -> Lists.parse(setting.value()).stream().map(item -> one(setting, item)).toList();
        };
    }

    private Object absent(String user) {
        if (wrapping == Wrapping.OPTIONAL) {
            return Optional.empty();
        }
        throw new InputException("Parameter '" + key + "' of " + user + " is missing: it has no default (" + param.value() + ")");
    }

    private Object one(Setting setting, String text) {
        Object value = Scalar.read(type, text).orElseThrow(() -> refuse(setting, text));
        if (!range().allows(value)) {
            throw refuse(setting, text);
        }
        return value;
    }

    private InputException refuse(Setting setting, String text) {
        String range = range().toString();
        return new InputException("Key '" + setting.key() + "' (" + setting.origin() + ") is '" + text + "', but " + Scalar.expected(type)
                + (range.isEmpty() ? "" : range().choices().isEmpty() ? " in " + range : ": " + range) + " is expected");
    }

    private Object artefact(String user, Map<String, Setting> values, ArtefactSource artefacts) {
        Setting stage = values.get(key + ".from");
        Setting name = values.get(key + ".artefact");
        if (stage == null && name == null && !values.containsKey(key)) {
            return absent(user);
        }
        if (stage == null || name == null) {
            Setting given = stage != null ? stage : name != null ? name : values.get(key);
            throw new InputException("Key '" + given.key() + "' (" + given.origin() + ") is incomplete: write {from: STAGE, artefact: NAME}");
        }
        Artefact found = artefacts.find(stage.value(), name.value(), name);
        return wrapping == Wrapping.OPTIONAL ? Optional.of(found) : found;
    }
}
