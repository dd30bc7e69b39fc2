package io.hairline.kit.counter;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.WireName;
import org.jspecify.annotations.Nullable;

/** What a counter tells. */
public sealed interface CounterEvent extends DomainEvent {

    @WireName("counter.CounterMoved.v1")
    record CounterMoved(
            String counterId,
            int step,
            String padding,
            @Nullable ClinicId clinicId) implements CounterEvent {
        @Override
        public String subject() {
            return counterId;
        }

        @Override
        public @Nullable ClinicId clinic() {
            return clinicId;
        }
    }
}
