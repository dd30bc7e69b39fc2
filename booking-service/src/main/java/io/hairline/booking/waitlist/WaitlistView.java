package io.hairline.booking.waitlist;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on the waitlist.
 *
 * @param offers newest first
 * @param appointmentId what the client got in the end
 */
record WaitlistView(
        WaitlistEntryId id,
        long version,
        WaitlistEntry.Status status,
        ClientId clientId,
        String serviceCode,
        List<ClinicId> clinicIds,
        LocalDate from,
        LocalDate to,
        List<DayOfWeek> days,
        @Nullable LocalTime earliest,
        @Nullable LocalTime latest,
        Instant joinedAt,
        List<OfferView> offers,
        @Nullable AppointmentId appointmentId) {

    /** An offer; one whose time is over reads EXPIRED, also before that is recorded. */
    record OfferView(
            OfferId id, AppointmentSlot slot, Instant expiresAt, Offer.Status status, List<Offer.Reason> reasons) {

        static OfferView of(Offer it, Instant now) {
            boolean over = it.status() == Offer.Status.OPEN && !it.isOpen(now);
            return new OfferView(
                    it.id(), it.slot(), it.expiresAt(), over ? Offer.Status.EXPIRED : it.status(), it.reasons());
        }
    }

    static WaitlistView of(WaitlistEntry it, Instant now) {
        WaitlistEntry.SlotPreferences preferences = it.preferences();
        return new WaitlistView(
                it.id(),
                it.version(),
                it.status(),
                it.clientId(),
                preferences.serviceCode(),
                preferences.clinicIds(),
                preferences.from(),
                preferences.to(),
                preferences.days(),
                preferences.earliest(),
                preferences.latest(),
                it.joinedAt(),
                it.offers().reversed().stream()
                        .map(offer -> OfferView.of(offer, now))
                        .toList(),
                it.taken() == null ? null : it.taken().appointmentId());
    }
}
