package io.hairline.headoffice.compliance.override;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.ClientCheckedIn;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Notes each client whom somebody received though the clinic may use nothing of what it has. */
@Component("complianceBookingEvents")
class BookingEventConsumer implements EventConsumer<BookingEvent> {

    private final ReadinessOverrides overrides;

    BookingEventConsumer(ReadinessOverrides overrides) {
        this.overrides = overrides;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent by) {
        if (event instanceof ClientCheckedIn it
                && it.override() != null
                && it.override().rules().contains(PlanOverride.STOCK)) {
            overrides.add(ReadinessOverride.ofMissingLot(it.slot().clinicId(), it.appointmentId(), by));
        }
    }
}
