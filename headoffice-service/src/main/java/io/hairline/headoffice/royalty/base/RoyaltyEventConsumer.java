package io.hairline.headoffice.royalty.base;

import io.hairline.contracts.booking.BookingEvent;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Keeps what payments, refunds and sales of prepaid money mean to royalties. */
@Component
class RoyaltyEventConsumer implements EventConsumer<BookingEvent> {

    private final RoyaltyEntries entries;
    private final EventEntries meaning;

    RoyaltyEventConsumer(RoyaltyEntries entries, ClinicDirectory clinics) {
        this.entries = entries;
        this.meaning = new EventEntries(clinics::dayIn, entries::net);
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    public void on(BookingEvent event, ReceivedEvent received) {
        meaning.of(event, received).forEach(entries::add);
    }
}
