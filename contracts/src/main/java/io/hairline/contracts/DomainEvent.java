package io.hairline.contracts;

import org.jspecify.annotations.Nullable;

/** A fact about one aggregate, named for what happened. */
public interface DomainEvent {

    /** The id of the aggregate it happened to: the CloudEvents subject and the Kafka key. */
    String subject();

    /** The clinic it belongs to, where it belongs to one: the CloudEvents attribute {@code clinicid}. */
    default @Nullable ClinicId clinic() {
        return null;
    }
}
