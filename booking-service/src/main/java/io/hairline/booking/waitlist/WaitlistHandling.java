package io.hairline.booking.waitlist;

import io.hairline.booking.allocation.OfferCheck;
import io.hairline.booking.allocation.SlotAllocation;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.DiaryWriter;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.waitlist.WaitlistEntry.SlotPreferences;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Joins and leaves the waitlist, and answers offers. */
@Service
public class WaitlistHandling {

    private static final int MOST_WAITING = 5;
    private static final int MOST_DAYS = 180;

    private final WaitlistEntries entries;
    private final MergedIds mergedClients;
    private final Appointments appointments;
    private final DiaryWriter diary;
    private final OfferCheck offerCheck;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    WaitlistHandling(
            WaitlistEntries entries,
            Appointments appointments,
            DiaryWriter diary,
            OfferCheck offerCheck,
            ReferenceData referenceData,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock,
            MergedIds mergedClients) {
        this.entries = entries;
        this.mergedClients = mergedClients;
        this.appointments = appointments;
        this.diary = diary;
        this.offerCheck = offerCheck;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** For any day of the week and any time. */
    public void join(
            ClientId client, String serviceCode, List<ClinicId> clinics, LocalDate from, LocalDate to, String madeBy) {
        var _ = join(
                new WaitlistEntryId(Ids.next(WaitlistEntryId.PREFIX)),
                client,
                new SlotPreferences(serviceCode, clinics, from, to, List.of(), null, null),
                madeBy);
    }

    WaitlistEntry join(WaitlistEntryId id, ClientId client, SlotPreferences preferences, String madeBy) {
        Instant now = clock.instant();
        check(preferences, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return eventLog.record(WaitlistEntry.class, () -> {
            if (entries.waiting(client).size() >= MOST_WAITING) {
                throw Refusal.state(
                        "waitlist-full", "The client waits for %d things already; end one.".formatted(MOST_WAITING));
            }
            dueWork.at(
                    preferences.to().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    EntryExpiry.KIND,
                    id.value());
            return WaitlistEntry.join(id, client, preferences, madeBy, now);
        });
    }

    /** Zones are less than a day apart from UTC, so yesterday may be a clinic's today. */
    private void check(SlotPreferences preferences, LocalDate today) {
        var _ = referenceData.offer(preferences.serviceCode());
        if (preferences.to().isBefore(preferences.from())) {
            throw Refusal.input("to", "must not be before \"from\"");
        }
        if (preferences.to().isBefore(today.minusDays(1))) {
            throw Refusal.input("to", "must not be past");
        }
        if (ChronoUnit.DAYS.between(today, preferences.to()) > MOST_DAYS) {
            throw Refusal.input("to", "must be within " + MOST_DAYS + " days");
        }
        if (preferences.earliest() != null
                && preferences.latest() != null
                && preferences.latest().isBefore(preferences.earliest())) {
            throw Refusal.input("latest", "must not be before \"earliest\"");
        }
        if (preferences.clinicIds().isEmpty()) {
            throw Refusal.input("radiusKm", "reaches no clinic; take a larger one");
        }
    }

    WaitlistEntry leave(WaitlistEntryId id, Consumer<WaitlistEntry> check) {
        return changed(id, check, it -> it.leave("WITHDRAWN"));
    }

    WaitlistEntry decline(WaitlistEntryId id, OfferId offer, Consumer<WaitlistEntry> check) {
        return changed(id, check, it -> it.decline(offer));
    }

    private WaitlistEntry changed(
            WaitlistEntryId id, Consumer<WaitlistEntry> check, Function<WaitlistEntry, Change<WaitlistEntry>> command) {
        WaitlistEntry changed = eventLog.record(WaitlistEntry.class, () -> {
            WaitlistEntry entry = entries.require(id);
            check.accept(entry);
            return command.apply(entry);
        });
        changed.offers().stream()
                .filter(it -> it.expiresAt().isAfter(clock.instant()))
                .map(Offer::appointmentId)
                .distinct()
                .forEach(this::releaseIfNobodyIsLeft);
        return changed;
    }

    /** When all have declined, the slot needn't wait for the end of the hold. */
    private void releaseIfNobodyIsLeft(AppointmentId hold) {
        boolean left =
                entries.sharing(hold).stream().anyMatch(it -> it.openOffer(hold).isPresent());
        if (!left) {
            RequestContext.current().withoutKey().run(() -> diary.change(hold, it -> it.release("DECLINED")));
        }
    }

    /**
     * The first of several at once takes the hold over; the others' offers end in the same transaction. What availability
     * wouldn't show any more can't be accepted either.
     */
    Appointment accept(WaitlistEntryId id, OfferId offerId, Consumer<WaitlistEntry> check) {
        return eventLog.once(Appointment.class, () -> {
            WaitlistEntry entry = entries.require(id);
            check.accept(entry);
            Offer offer = entry.requireOffer(offerId);
            if (offer.status() != Offer.Status.OPEN) {
                throw WaitlistEntry.gone(offer);
            }
            AppointmentId hold = offer.appointmentId();
            List<String> claims =
                    appointments.require(hold).occupied().with(client(entry)).claims();
            return diary.recordWhereFree(hold, claims, () -> accepted(id, offerId, hold))
                    .orElseThrow(SlotAllocation::clientBusy);
        });
    }

    private ClientId client(WaitlistEntry entry) {
        return mergedClients.survivor(entry.clientId());
    }

    private Change<Appointment> accepted(WaitlistEntryId id, OfferId offerId, AppointmentId hold) {
        WaitlistEntry entry = entries.require(id);
        List<Change<?>> changes = new ArrayList<>();
        changes.add(entry.accept(offerId, clock.instant()));
        entries.sharing(hold).stream()
                .filter(it -> !it.id().equals(id))
                .forEach(it -> changes.add(it.end(hold, Offer.Status.GONE)));
        Appointment held = appointments.require(hold);
        Change<Appointment> confirmed = held.confirm(client(entry), clock.instant());
        offerCheck.require(held.slot(), held.occupied(), client(entry));
        return confirmed.with(changes);
    }
}
