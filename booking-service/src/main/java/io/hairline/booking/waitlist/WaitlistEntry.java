package io.hairline.booking.waitlist;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.WaitlistJoined;
import io.hairline.contracts.booking.BookingEvent.WaitlistLeft;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferAccepted;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferEnded;
import io.hairline.contracts.booking.BookingEvent.WaitlistOffered;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A client's wish for a slot that isn't free yet.
 *
 * @param preferences where and when; local days and times of the clinic
 * @param offers the latest, oldest first
 * @param taken the slot that the client got in the end
 */
@Document(WaitlistEntry.COLLECTION)
@TypeAlias("waitlistEntry")
public record WaitlistEntry(
        @Id WaitlistEntryId id,
        long version,
        int schema,
        Status status,
        ClientId clientId,
        @Field(STORED_PREFERENCES) SlotPreferences preferences,
        String madeBy,
        Instant joinedAt,
        List<Offer> offers,
        @Nullable Taken taken)
        implements Aggregate {

    static final String COLLECTION = "waitlist";
    /** The stored field keeps the name that it always had. */
    static final String STORED_PREFERENCES = "wish";

    private static final int SCHEMA = 1;
    private static final int OFFERS_KEPT = 30;

    public WaitlistEntry {
        offers = List.copyOf(offers);
    }

    /** Whether the client still waits. */
    public enum Status {
        WAITING,
        BOOKED,
        LEFT
    }

    /**
     * What the client would take.
     *
     * @param days of the week; any if empty
     * @param earliest the earliest start; any if absent
     * @param latest the latest start; any if absent
     */
    public record SlotPreferences(
            String serviceCode,
            List<ClinicId> clinicIds,
            LocalDate from,
            LocalDate to,
            List<DayOfWeek> days,
            @Nullable LocalTime earliest,
            @Nullable LocalTime latest) {

        public SlotPreferences {
            clinicIds = List.copyOf(clinicIds);
            days = List.copyOf(days);
        }

        /** Whether a local start in a clinic is what the client would take. */
        public boolean fits(ClinicId clinic, LocalDateTime start) {
            LocalDate day = start.toLocalDate();
            LocalTime time = start.toLocalTime();
            return clinicIds.contains(clinic)
                    && !day.isBefore(from)
                    && !day.isAfter(to)
                    && (days.isEmpty() || days.contains(day.getDayOfWeek()))
                    && (earliest == null || !time.isBefore(earliest))
                    && (latest == null || !time.isAfter(latest));
        }
    }

    /**
     * The slot that the client got.
     *
     * @param minutes the client's time, which would have stayed empty
     */
    public record Taken(AppointmentId appointmentId, ClinicId clinicId, Instant at, long minutes) {}

    static Change<WaitlistEntry> join(
            WaitlistEntryId id, ClientId client, SlotPreferences preferences, String madeBy, Instant now) {
        return Change.to(
                new WaitlistEntry(id, 1, SCHEMA, Status.WAITING, client, preferences, madeBy, now, List.of(), null),
                new WaitlistJoined(
                        id,
                        client,
                        preferences.serviceCode(),
                        preferences.clinicIds(),
                        preferences.from(),
                        preferences.to()));
    }

    /** Adds an offer; nothing changes if the client waits no longer. */
    public Change<WaitlistEntry> offer(Offer offer) {
        if (status != Status.WAITING) {
            return Change.none(this);
        }
        List<Offer> all = new ArrayList<>(offers);
        all.add(offer);
        return Change.to(
                next(status, all.subList(Math.max(0, all.size() - OFFERS_KEPT), all.size()), null),
                new WaitlistOffered(id, clientId, offer.id(), offer.slot(), offer.expiresAt()));
    }

    /** The first of those who share the hold; an offer that has ended is refused with {@code offer-gone}. */
    Change<WaitlistEntry> accept(OfferId offerId, Instant now) {
        Offer offer = requireOffer(offerId);
        if (!offer.isOpen(now)) {
            throw gone(offer);
        }
        AppointmentSlot slot = offer.slot();
        Taken slotTaken = new Taken(
                offer.appointmentId(),
                slot.clinicId(),
                now,
                Duration.between(slot.startsAt(), slot.endsAt()).toMinutes());
        List<Offer> ended = offers.stream()
                .map(it -> it.id().equals(offerId)
                        ? it.as(Offer.Status.ACCEPTED)
                        : it.status() == Offer.Status.OPEN ? it.as(Offer.Status.GONE) : it)
                .toList();
        return Change.to(
                next(Status.BOOKED, ended, slotTaken),
                new WaitlistOfferAccepted(id, clientId, offerId, offer.appointmentId(), slot));
    }

    static Refusal gone(Offer offer) {
        return Refusal.state(
                "offer-gone",
                offer.status() == Offer.Status.EXPIRED || offer.status() == Offer.Status.OPEN
                        ? "The offer has expired. You still wait, and the next slot that fits is offered to you."
                        : "Somebody else was faster. You still wait, and the next slot that fits is offered to you.");
    }

    /** The open offer of a hold ends; nothing changes if there is none. */
    public Change<WaitlistEntry> end(AppointmentId hold, Offer.Status how) {
        return offers.stream()
                .filter(it -> it.appointmentId().equals(hold) && it.status() == Offer.Status.OPEN)
                .findFirst()
                .map(it -> end(it, how))
                .orElseGet(() -> Change.none(this));
    }

    Change<WaitlistEntry> decline(OfferId offerId) {
        Offer offer = requireOffer(offerId);
        return offer.status() == Offer.Status.OPEN ? end(offer, Offer.Status.DECLINED) : Change.none(this);
    }

    private Change<WaitlistEntry> end(Offer offer, Offer.Status how) {
        return Change.to(
                next(
                        status,
                        offers.stream()
                                .map(it -> it.id().equals(offer.id()) ? it.as(how) : it)
                                .toList(),
                        taken),
                new WaitlistOfferEnded(id, clientId, offer.id(), offer.slot(), how.name()));
    }

    Change<WaitlistEntry> leave(String reasonCode) {
        if (status != Status.WAITING) {
            return Change.none(this);
        }
        List<Offer> ended = offers.stream()
                .map(it -> it.status() == Offer.Status.OPEN ? it.as(Offer.Status.GONE) : it)
                .toList();
        return Change.to(next(Status.LEFT, ended, null), new WaitlistLeft(id, clientId, reasonCode));
    }

    Offer requireOffer(OfferId offerId) {
        return offers.stream().filter(it -> it.id().equals(offerId)).findFirst().orElseThrow(Refusal::notFound);
    }

    Optional<Offer> openOffer(AppointmentId hold) {
        return offers.stream()
                .filter(it -> it.appointmentId().equals(hold) && it.status() == Offer.Status.OPEN)
                .findFirst();
    }

    /** Whether the client has had an offer of this time before. */
    public boolean wasOffered(FreedSlot slot) {
        return offers.stream().anyMatch(it -> it.isFor(slot));
    }

    private WaitlistEntry next(Status nextStatus, List<Offer> nextOffers, @Nullable Taken nextTaken) {
        return new WaitlistEntry(
                id, version + 1, schema, nextStatus, clientId, preferences, madeBy, joinedAt, nextOffers, nextTaken);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
