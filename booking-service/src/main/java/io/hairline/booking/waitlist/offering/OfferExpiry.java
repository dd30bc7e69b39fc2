package io.hairline.booking.waitlist.offering;

import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.waitlist.Offer;
import io.hairline.booking.waitlist.WaitlistEntries;
import io.hairline.contracts.AppointmentId;
import io.hairline.kit.events.Change;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Ends the offers of a hold that nobody has accepted, and gives the slot back; the next clients are asked then. */
@Component
class OfferExpiry implements DueWorkHandler {

    static final String KIND = "waitlist-expiry";

    private final WaitlistEntries entries;
    private final DiaryWriter diary;

    OfferExpiry(WaitlistEntries entries, DiaryWriter diary) {
        this.entries = entries;
        this.diary = diary;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the appointment that is held. */
    @Override
    public void run(DueItem item) {
        AppointmentId hold = new AppointmentId(item.subject());
        diary.change(
                hold,
                it -> it.release("LAPSED")
                        .with(entries.sharing(hold).stream()
                                .<Change<?>>map(entry -> entry.end(hold, Offer.Status.EXPIRED))
                                .toList()));
    }
}
