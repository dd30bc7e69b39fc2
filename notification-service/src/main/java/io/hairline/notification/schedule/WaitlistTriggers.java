package io.hairline.notification.schedule;

import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.BookingEvent.OfWaitlistEntry;
import io.hairline.contracts.booking.BookingEvent.WaitlistJoined;
import io.hairline.contracts.booking.BookingEvent.WaitlistLeft;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferEnded;
import io.hairline.contracts.booking.BookingEvent.WaitlistOffered;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells clients on the waitlist of a slot that came free, as long as they can have it. */
@Component
class WaitlistTriggers {

    private final MessageSchedule schedule;

    WaitlistTriggers(MessageSchedule schedule) {
        this.schedule = schedule;
    }

    void on(OfWaitlistEntry event, Instant at) {
        switch (event) {
            case WaitlistOffered it ->
                schedule.follow(new WaitlistTrigger(
                        it.entryId(), it.clientId(), it.offerId(), it.slot(), at, it.expiresAt(), true));
            case WaitlistOfferEnded it -> over(it.entryId(), it.offerId());
            case WaitlistOfferAccepted it -> over(it.entryId(), it.offerId());
            case WaitlistLeft it -> find(it.entryId()).ifPresent(known -> schedule.follow(known.over()));
            case WaitlistJoined _ -> {}
        }
    }

    /** An offer that was followed by another one has no letter that waits. */
    private void over(WaitlistEntryId entry, OfferId offer) {
        find(entry).filter(it -> it.offerId().equals(offer)).ifPresent(it -> schedule.follow(it.over()));
    }

    private Optional<WaitlistTrigger> find(WaitlistEntryId id) {
        return schedule.find(id.value()).map(WaitlistTrigger.class::cast);
    }
}
