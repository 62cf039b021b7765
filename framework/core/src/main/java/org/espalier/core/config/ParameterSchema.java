package org.espalier.core.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.espalier.api.config.Param;
import org.espalier.api.error.InputException;
import org.espalier.core.internal.config.Component;
import org.espalier.core.internal.text.Nearest;

import jakarta.inject.Inject;

/** The parameters of an extension, derived from the record its {@code @Inject} constructor takes. */
public final class ParameterSchema {
    private final Optional<Class<? extends Record>> record;
    private final Map<String, Component> components;

    private ParameterSchema(Optional<Class<? extends Record>> record) {
        this.record = record;
        this.components = new LinkedHashMap<>();
        record.ifPresent(this::collect);
    }

    private void collect(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (isParameters(component.getType())) {
                collect(component.getType());
            } else {
                Component c = Component.of(component);
                components.put(c.key(), c);
            }
        }
    }

    /**
     * The schema of an extension class.
     *
     * @throws InputException if the class breaks the rules of {@link Param}, naming the component
     */
    public static ParameterSchema of(Class<?> extension) {
        return new ParameterSchema(Arrays.stream(constructor(extension).getParameterTypes())
                .filter(ParameterSchema::isParameters).findFirst().map(type -> type.asSubclass(Record.class)));
    }

    private static Constructor<?> constructor(Class<?> extension) {
        Constructor<?>[] all = extension.getDeclaredConstructors();
        return Arrays.stream(all).filter(c -> c.isAnnotationPresent(Inject.class)).findFirst()
                .or(() -> all.length == 1 && all[0].getParameterCount() == 0 ? Optional.of(all[0]) : Optional.empty())
                .orElseThrow(() -> new InputException("Class " + extension.getName() + " has no @Inject (jakarta.inject) constructor: an extension needs one"));
    }

    private static boolean isParameters(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(c -> c.isAnnotationPresent(Param.class));
    }

    /** The record type; empty if the extension takes no parameters. */
    public Optional<Class<? extends Record>> record() {
        return record;
    }

    /** The parameters, in the order declared. */
    public List<Parameter> parameters() {
        return components.values().stream().map(Component::describe).toList();
    }

    /** The defaults, by key. Parameters without one are left out. */
    public Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        components.forEach((key, component) -> component.initial().ifPresent(value -> defaults.put(key, value)));
        return defaults;
    }

    /**
     * Makes the record from values by parameter key; artefact parameters come as {@code key.from} and {@code key.artefact}.
     *
     * @param user      who takes the parameters, for messages: an extension's id
     * @param values    effective values, by parameter key
     * @param artefacts how to find an artefact of an earlier stage
     * @throws InputException for an unknown key, a missing one, or a value of wrong type or range
     */
    public Optional<Record> bind(String user, Map<String, Setting> values, ArtefactSource artefacts) {
        refuseUnknown(user, values);
        Iterator<Object> arguments = components.values().stream().map(component -> component.value(user, values, artefacts)).toList().iterator();
        return record.map(type -> construct(type, user, arguments));
    }

    private void refuseUnknown(String user, Map<String, Setting> values) {
        values.forEach((key, setting) -> {
            if (components.values().stream().noneMatch(component -> component.takes(key))) {
                throw new InputException("Key '" + setting.key() + "' (" + setting.origin() + ") is unknown: " + user + " has no parameter '" + key + "'."
                        + Nearest.hint(key, components.keySet()));
            }
        });
    }

    /** Takes the arguments of a record within the record where it comes in the order. */
    private static Record construct(Class<?> type, String user, Iterator<Object> values) {
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            arguments.add(isParameters(component.getType()) ? construct(component.getType(), user, values) : values.next());
        }
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> canonical = type.asSubclass(Record.class).getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new InputException("The parameters of " + user + " do not go together: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new InputException("The parameters of " + user + " cannot be made: " + e, e);
        }
    }
}
