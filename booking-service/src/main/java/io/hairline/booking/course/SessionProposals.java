package io.hairline.booking.course;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.availability.AvailabilitySearch;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.availability.SlotSearch;
import io.hairline.booking.diary.Healing;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.kit.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Picks the earliest free times with the right time to heal between them, with the same practitioner if possible. */
@Component
class SessionProposals {

    private static final int DAYS_TO_START = 30;

    private final SlotSearch findingSlots;
    private final ReferenceData referenceData;

    SessionProposals(SlotSearch findingSlots, ReferenceData referenceData) {
        this.findingSlots = findingSlots;
        this.referenceData = referenceData;
    }

    List<SlotRequest> propose(List<String> serviceCodes, List<Clinic> clinics, LocalDate from, ClientId client) {
        HealingRule rule = Healing.rule(referenceData.policy(clinics.getFirst().id()));
        List<SlotRequest> wishes = new ArrayList<>();
        @Nullable PractitionerId practitioner = null;
        LocalDate earliest = from;
        for (String code : serviceCodes) {
            int days = wishes.isEmpty() ? DAYS_TO_START : rule.warnAfterDays() - rule.minDays();
            Slot slot = first(clinics, code, earliest, earliest.plusDays(days), practitioner, client)
                    .orElseThrow(() -> Refusal.state(
                            "course-not-booked",
                            "There is no free time for " + code + " with the right time to heal before it."));
            wishes.add(new SlotRequest(
                    slot.clinicId(),
                    slot.practitionerId(),
                    slot.chairId(),
                    code,
                    slot.startsAt().toInstant(),
                    client,
                    null));
            practitioner = slot.practitionerId();
            earliest = slot.localStart().toLocalDate().plusDays(rule.minDays());
        }
        return wishes;
    }

    private Optional<Slot> first(
            List<Clinic> clinics,
            String code,
            LocalDate from,
            LocalDate until,
            @Nullable PractitionerId practitioner,
            ClientId client) {
        Optional<Slot> same = practitioner == null
                ? known(findingSlots.find(new AvailabilitySearch(clinics, code, from, until, null, client)))
                : findingSlots.find(new AvailabilitySearch(clinics, code, from, until, practitioner, client)).stream()
                        .findFirst();
        return same.or(
                () -> findingSlots.find(new AvailabilitySearch(clinics, code, from, until, null, client)).stream()
                        .findFirst());
    }

    private static Optional<Slot> known(List<Slot> slots) {
        return slots.stream()
                .filter(it -> it.reasons().contains(Slot.Reason.SAME_PRACTITIONER))
                .findFirst();
    }
}
