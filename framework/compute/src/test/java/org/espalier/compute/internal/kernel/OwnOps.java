package org.espalier.compute.internal.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.imports.converters.ImportClassMapping;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Ops of ND4J that kernels of ours take, read off the constants of their classes: a kernel must name an op, or its class, to know it. So a kernel added tomorrow is
 * found, too.
 */
public final class OwnOps {
    private static final int CLASS = 7;
    private static final int STRING = 8;
    /** Kernels make the rest of these names by appending. */
    private static final List<String> PREFIXES = List.of("segment_", "unsorted_segment_");
    private static final String GRADIENT_OF_LOSS = "_grad";

    private OwnOps() {
    }

    /** Their names. */
    public static Set<String> names() {
        Set<String> known = ImportClassMapping.getOpNameMapping().keySet().stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Object> constants = constants();
        Set<String> names = new TreeSet<>();
        for (String name : known) {
            boolean loss = name.endsWith(GRADIENT_OF_LOSS) && constants.contains(name.substring(0, name.length() - GRADIENT_OF_LOSS.length()));
            if (constants.contains(name) || loss || PREFIXES.stream().anyMatch(prefix -> constants.contains(prefix) && name.startsWith(prefix))) {
                names.add(name);
            }
        }
        return names;
    }

    /** Their classes, as far as kernels know them by these. */
    public static Set<Class<?>> classes() {
        Set<Object> constants = constants();
        return ImportClassMapping.getOpClasses().stream().filter(DifferentialFunction.class::isAssignableFrom).filter(op -> constants.contains(Type.getInternalName(op))).collect(Collectors.toSet());
    }

    private static Set<Object> constants() {
        try (Stream<Path> files = Files.walk(Path.of(Kernels.class.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve(Kernels.class.getPackageName().replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".class")).flatMap(OwnOps::constants).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Strings, and names of classes. */
    private static Stream<Object> constants(Path file) {
        try {
            ClassReader reader = new ClassReader(Files.readAllBytes(file));
            char[] buffer = new char[reader.getMaxStringLength()];
            Stream.Builder<Object> found = Stream.builder();
            for (int i = 1; i < reader.getItemCount(); i++) {
                int offset = reader.getItem(i);
                int tag = offset == 0 ? 0 : reader.readByte(offset - 1);
                if (tag == CLASS || tag == STRING) {
                    found.add(reader.readUTF8(offset, buffer));
                }
            }
            return found.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
