package io.hairline.booking.waitlist.offering;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.diary.LeadTime;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.waitlist.FreedSlot;
import io.hairline.booking.waitlist.Offer;
import io.hairline.booking.waitlist.WaitlistEntries;
import io.hairline.booking.waitlist.WaitlistEntry;
import io.hairline.booking.waitlist.offering.CandidateRanking.Candidate;
import io.hairline.contracts.OfferId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds a slot that came free once, and offers it to those of the waiting clients whom it fits best. When nobody accepts, the
 * next ones are asked. A hold lasts 30 minutes, or 10 if the slot begins within six hours; nobody is asked at night.
 */
@Component
class SlotOffering implements DueWorkHandler {

    static final String KIND = "waitlist-offer";
    /** The holder of the slots that are offered. */
    static final String MADE_BY = "waitlist";

    private static final Logger log = LoggerFactory.getLogger(SlotOffering.class);
    private static final int OPEN_OFFERS = 3;
    private static final int OFFERS_A_DAY = 4;
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_RANKED = 40;
    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final Duration SHORT_HOLD = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofHours(6);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);

    private final WaitlistEntries entries;
    private final MergedIds mergedClients;
    private final CandidateRanking ranking;
    private final AppointmentScheduling scheduling;
    private final ReferenceData referenceData;
    private final DueWork dueWork;
    private final Clock clock;

    SlotOffering(
            WaitlistEntries entries,
            CandidateRanking ranking,
            AppointmentScheduling scheduling,
            ReferenceData referenceData,
            DueWork dueWork,
            Clock clock,
            MergedIds mergedClients) {
        this.entries = entries;
        this.mergedClients = mergedClients;
        this.ranking = ranking;
        this.scheduling = scheduling;
        this.referenceData = referenceData;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is the {@link FreedSlot}. */
    @Override
    public void run(DueItem item) {
        FreedSlot slot = FreedSlot.parse(item.subject());
        Clinic clinic = referenceData.clinic(slot.clinicId()).orElse(null);
        Instant now = clock.instant();
        if (clinic == null) {
            return;
        }
        Instant expiresAt = expiresAt(slot, clinic, now);
        if (!expiresAt.isAfter(now)) {
            return;
        }
        ZonedDateTime here = now.atZone(clinic.zoneId());
        if (isNight(here.toLocalTime())) {
            dueWork.at(morningAfter(here).toInstant(), KIND, item.subject());
            return;
        }
        offer(slot, clinic, now, expiresAt);
    }

    private Instant expiresAt(FreedSlot slot, Clinic clinic, Instant now) {
        Duration left = Duration.between(now, slot.startsAt());
        Instant expiresAt = now.plus(left.compareTo(SOON) < 0 ? SHORT_HOLD : HOLD);
        Instant latest =
                LeadTime.of(referenceData.policy(slot.clinicId()), clinic).latestBooking(slot.startsAt());
        return expiresAt.isAfter(latest) ? latest : expiresAt;
    }

    private static boolean isNight(LocalTime time) {
        return time.isBefore(MORNING) || !time.isBefore(NIGHT);
    }

    private static ZonedDateTime morningAfter(ZonedDateTime night) {
        LocalDateTime today = night.toLocalDate().atTime(MORNING);
        return (night.toLocalTime().isBefore(MORNING) ? today : today.plusDays(1)).atZone(night.getZone());
    }

    /** The services that are waited for, the best client's first, until one of them fits into the freed time. */
    private void offer(FreedSlot slot, Clinic clinic, Instant now, Instant expiresAt) {
        List<Candidate> ranked = candidates(slot, clinic, now);
        for (String service : ranked.stream()
                .map(it -> it.entry().preferences().serviceCode())
                .distinct()
                .toList()) {
            List<Candidate> best = ranked.stream()
                    .filter(it -> it.entry().preferences().serviceCode().equals(service))
                    .limit(OPEN_OFFERS)
                    .toList();
            if (held(slot, service, best, now, expiresAt)) {
                return;
            }
        }
    }

    private boolean held(FreedSlot slot, String service, List<Candidate> best, Instant now, Instant expiresAt) {
        SlotRequest request =
                new SlotRequest(slot.clinicId(), slot.practitionerId(), null, service, slot.startsAt(), null, null);
        try {
            scheduling.hold(request, MADE_BY, () -> expiresAt, held -> {
                dueWork.at(expiresAt, OfferExpiry.KIND, held.next().id().value());
                return held.with(best.stream()
                        .<Change<?>>map(it -> entries.require(it.entry().id()).offer(offer(it, held.next(), now)))
                        .toList());
            });
            log.info("offered clinic={} service={} offers={}", slot.clinicId(), service, best.size());
            return true;
        } catch (Refusal e) {
            log.info("not offered clinic={} service={} reason={}", slot.clinicId(), service, e.slug());
            return false;
        }
    }

    private static Offer offer(Candidate it, Appointment held, Instant now) {
        return new Offer(
                new OfferId(Ids.next(OfferId.PREFIX)),
                held.id(),
                held.slot(),
                now,
                Objects.requireNonNull(held.holdExpiresAt()),
                Offer.Status.OPEN,
                it.reasons());
    }

    private List<Candidate> candidates(FreedSlot slot, Clinic clinic, Instant now) {
        LocalDateTime start = LocalDateTime.ofInstant(slot.startsAt(), clinic.zoneId());
        return entries.waitingFor(slot.clinicId(), null, MOST_LOOKED_AT).stream()
                .filter(it -> it.preferences().fits(slot.clinicId(), start))
                .filter(it -> !it.wasOffered(slot))
                .filter(it -> offersToday(it, now, clinic.zoneId()) < OFFERS_A_DAY)
                .limit(MOST_RANKED)
                .flatMap(it -> ranking.rank(it, slot, clinic, now).stream())
                .sorted(Candidate.BEST_FIRST)
                .collect(Collectors.toMap(
                        it -> mergedClients.survivor(it.entry().clientId()),
                        Function.identity(),
                        (best, _) -> best,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Of all that the client waits for. */
    private long offersToday(WaitlistEntry entry, Instant now, ZoneId zone) {
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Stream<WaitlistEntry> all = entries.waiting(entry.clientId()).stream();
        return all.flatMap(it -> it.offers().stream())
                .filter(it -> !it.madeAt().isBefore(midnight))
                .count();
    }
}
