package io.hairline.booking.allocation;

import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.diary.LeadTime;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.TreatmentDay;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks at a slot that was held for a client a while ago: the lead time has run on, plans may have changed, and the client
 * may have been treated meanwhile.
 */
@Component
public class OfferCheck {

    private final ReferenceData referenceData;
    private final WorkingPlanCheck plans;
    private final Diary diary;
    private final Clock clock;

    OfferCheck(ReferenceData referenceData, WorkingPlanCheck plans, Diary diary, Clock clock) {
        this.referenceData = referenceData;
        this.plans = plans;
        this.diary = diary;
        this.clock = clock;
    }

    /** Refuses a slot that the client would not be shown now, though nobody else has it. */
    public void require(AppointmentSlot slot, Occupancy occupied, ClientId client) {
        Clinic clinic = referenceData.clinic(slot.clinicId()).orElseThrow(Refusal::notFound);
        BookingPolicy policy = referenceData.policy(clinic.id());
        LeadTime lead = LeadTime.of(policy, clinic);
        tooLate(slot, lead, clock.instant())
                .or(() -> plans.misfit(slot, occupied).map(OfferCheck::outOfPlans))
                .or(() -> notHealed(slot, diary.latestTreatments(client), Healing.rule(policy)))
                .ifPresent(it -> {
                    throw it;
                });
    }

    static Optional<Refusal> tooLate(AppointmentSlot slot, LeadTime lead, Instant now) {
        return slot.startsAt().isBefore(lead.earliestStart(now))
                ? Optional.of(
                        Refusal.rule("too-late", "A slot can be booked until " + lead.words() + " before it starts."))
                : Optional.empty();
    }

    /** @param reasonCode as {@link WorkingPlanCheck} gives it */
    static Refusal outOfPlans(String reasonCode) {
        return Refusal.state(
                "offer-gone",
                "The clinic's plans have changed (" + reasonCode
                        + "), so the time can't be had any more. You still wait.");
    }

    /** @param treatments the client's others, before and after */
    static Optional<Refusal> notHealed(AppointmentSlot slot, List<TreatmentDay> treatments, HealingRule rule) {
        LocalDate day = slot.localStart().toLocalDate();
        boolean near = Healing.isTreatment(slot.serviceCode())
                && treatments.stream()
                        .filter(it -> Healing.isTreatment(it.serviceCode()))
                        .anyMatch(it -> Math.abs(ChronoUnit.DAYS.between(it.day(), day)) < rule.minDays());
        return near
                ? Optional.of(Refusal.rule(
                        "healing-gap",
                        "The client has another treatment less than " + rule.minDays() + " days from " + day
                                + ". The scalp must heal between the two."))
                : Optional.empty();
    }
}
