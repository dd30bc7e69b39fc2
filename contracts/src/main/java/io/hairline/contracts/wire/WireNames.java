package io.hairline.contracts.wire;

import io.hairline.contracts.DomainEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which record stands for which wire name, found among the permitted records of a service's sealed interface. */
public final class WireNames {

    private final Map<String, Class<? extends DomainEvent>> records;

    private WireNames(Map<String, Class<? extends DomainEvent>> records) {
        this.records = records;
    }

    public static WireNames of(Class<? extends DomainEvent> sealedInterface) {
        return new WireNames(
                records(sealedInterface).collect(Collectors.toUnmodifiableMap(WireNames::nameOf, Function.identity())));
    }

    /** The records below a sealed interface, through those that it nests. */
    public static Stream<Class<? extends DomainEvent>> records(Class<? extends DomainEvent> sealedInterface) {
        return Arrays.stream(sealedInterface.getPermittedSubclasses())
                .<Class<? extends DomainEvent>>map(it -> it.asSubclass(DomainEvent.class))
                .flatMap(it -> it.isSealed() ? records(it) : Stream.of(it))
                .distinct();
    }

    /**
     * The name under which an event travels, such as {@code booking.AppointmentBooked.v1}.
     *
     * @throws IllegalStateException if the record has no {@link WireName}
     */
    public static String nameOf(Class<? extends DomainEvent> event) {
        WireName name = event.getAnnotation(WireName.class);
        if (name == null) {
            throw new IllegalStateException(event + " has no @WireName");
        }
        return name.value();
    }

    /** Empty for an event that a newer version of its service sends. */
    public Optional<Class<? extends DomainEvent>> find(String wireName) {
        return Optional.ofNullable(records.get(wireName));
    }

    public Map<String, Class<? extends DomainEvent>> all() {
        return records;
    }
}
