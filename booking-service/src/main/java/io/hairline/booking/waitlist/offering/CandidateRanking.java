package io.hairline.booking.waitlist.offering;

import io.hairline.booking.client.Clients;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.diary.TreatmentDay;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.waitlist.FreedSlot;
import io.hairline.booking.waitlist.Offer;
import io.hairline.booking.waitlist.WaitlistEntry;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Orders those who wait for a slot: up to 40 points for the days waited, 20 for the practitioner they know, 20 for a day
 * that fits their other sessions, and 20 for a clinic near their home clinic. The same facts give the same order.
 */
@Component
class CandidateRanking {

    private static final int WAITING_POINTS = 40;
    private static final int MOST_DAYS = 60;
    private static final int LONG_DAYS = 7;
    private static final int POINTS = 20;
    private static final int HALF = 10;
    private static final double FAR_KM = 100;
    private static final double NEAR_KM = 10;

    private final ReferenceData referenceData;
    private final Clients clients;
    private final Diary diary;

    CandidateRanking(ReferenceData referenceData, Clients clients, Diary diary) {
        this.referenceData = referenceData;
        this.clients = clients;
        this.diary = diary;
    }

    /** Somebody to whom the slot can be offered. */
    record Candidate(WaitlistEntry entry, double score, List<Offer.Reason> reasons) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(it -> it.entry().id().value());
    }

    /** Empty if the client is busy then, or would be treated again before the scalp has healed. */
    Optional<Candidate> rank(WaitlistEntry entry, FreedSlot slot, Clinic clinic, Instant now) {
        String service = entry.preferences().serviceCode();
        Duration length = Duration.ofMinutes(referenceData.offer(service).minutes());
        Instant endsAt = slot.startsAt().plus(length);
        boolean busy = diary.busy(entry.clientId(), slot.startsAt().minus(Duration.ofDays(1)), endsAt).stream()
                .anyMatch(it -> it.startsAt().isBefore(endsAt) && it.endsAt().isAfter(slot.startsAt()));
        OptionalLong gap = gap(entry, LocalDate.ofInstant(slot.startsAt(), clinic.zoneId()));
        HealingRule healing = Healing.rule(referenceData.policy(clinic.id()));
        if (busy || (gap.isPresent() && gap.getAsLong() < healing.minDays())) {
            return Optional.empty();
        }
        return Optional.of(score(entry, slot, clinic, now, gap, healing));
    }

    private Candidate score(
            WaitlistEntry entry, FreedSlot slot, Clinic clinic, Instant now, OptionalLong gap, HealingRule healing) {
        List<Offer.Reason> reasons = new ArrayList<>();
        long waited = Duration.between(entry.joinedAt(), now).toDays();
        double score = (double) WAITING_POINTS * Math.clamp(waited, 0, MOST_DAYS) / MOST_DAYS;
        if (waited >= LONG_DAYS) {
            reasons.add(Offer.Reason.WAITED_LONG);
        }
        if (diary.practitionersOf(entry.clientId()).contains(slot.practitionerId())) {
            score += POINTS;
            reasons.add(Offer.Reason.SAME_PRACTITIONER);
        }
        boolean ideal = gap.isPresent() && gap.getAsLong() <= healing.idealUntilDays();
        score += ideal ? POINTS : HALF;
        if (ideal) {
            reasons.add(Offer.Reason.FITS_THE_COURSE);
        }
        double far = kilometres(entry, clinic);
        score += POINTS * (1 - Math.min(far, FAR_KM) / FAR_KM);
        if (far <= NEAR_KM) {
            reasons.add(Offer.Reason.NEAR);
        }
        return new Candidate(entry, score, reasons);
    }

    /** Days to the nearest other treatment of the client; empty if there is none, or the service needs no healing. */
    private OptionalLong gap(WaitlistEntry entry, LocalDate day) {
        return Healing.isTreatment(entry.preferences().serviceCode())
                ? diary.latestTreatments(entry.clientId()).stream()
                        .filter(it -> Healing.isTreatment(it.serviceCode()))
                        .map(TreatmentDay::day)
                        .mapToLong(it -> Math.abs(ChronoUnit.DAYS.between(it, day)))
                        .min()
                : OptionalLong.empty();
    }

    /** Along the great circle, from the client's home clinic. */
    private double kilometres(WaitlistEntry entry, Clinic clinic) {
        return referenceData
                .clinic(clients.require(entry.clientId()).homeClinicId())
                .map(home -> clinic.kilometresFrom(home.location()))
                .orElse(FAR_KM);
    }
}
