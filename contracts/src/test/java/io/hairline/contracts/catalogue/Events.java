package io.hairline.contracts.catalogue;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.WireNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every event of the brand, found on the class path, so that a new service can't forget to be checked. */
final class Events {

    /** Found once: each look goes through all classes. */
    private static final SortedMap<String, Class<? extends DomainEvent>> BY_WIRE_NAME = find();

    private Events() {}

    /** The sealed interfaces, one per service. */
    static List<Class<? extends DomainEvent>> families() {
        Path classes = folderOf(DomainEvent.class);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(it -> classes.relativize(it).toString())
                    .filter(it -> it.endsWith("Event.class"))
                    .map(it -> load(it.replace(".class", "").replace('/', '.')))
                    .filter(it -> it.isSealed() && DomainEvent.class.isAssignableFrom(it))
                    .<Class<? extends DomainEvent>>map(it -> it.asSubclass(DomainEvent.class))
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Class<? extends DomainEvent>> all() {
        return families().stream()
                .<Class<? extends DomainEvent>>flatMap(WireNames::records)
                .toList();
    }

    static SortedMap<String, Class<? extends DomainEvent>> byWireName() {
        return BY_WIRE_NAME;
    }

    private static SortedMap<String, Class<? extends DomainEvent>> find() {
        SortedMap<String, Class<? extends DomainEvent>> named = new TreeMap<>();
        all().forEach(it -> named.put(WireNames.nameOf(it), it));
        return Collections.unmodifiableSortedMap(named);
    }

    static Class<? extends DomainEvent> named(String wireName) {
        return Objects.requireNonNull(BY_WIRE_NAME.get(wireName), wireName);
    }

    /** The service's word: the package it is in. */
    static String serviceOf(Class<? extends DomainEvent> event) {
        String name = event.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
