package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.headoffice.dashboard.projection.Fact.DiaryTime;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Which times of practitioners were taken and left before they began, so that a freed time can be known as taken again. */
@Component
class DiaryTimes {

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int CHARACTERS_OF_TIME = 10;

    private final FactBuffer facts;

    DiaryTimes(FactBuffer facts) {
        this.facts = facts;
    }

    void taken(AppointmentSlot slot, ReceivedEvent received) {
        addFact(slot, received, true);
    }

    void left(AppointmentSlot slot, ReceivedEvent received) {
        if (received.time().isBefore(slot.startsAt())) {
            addFact(slot, received, false);
        }
    }

    /** With another practitioner at the same time in the same clinic, nothing is freed. */
    void moved(AppointmentSlot from, AppointmentSlot to, ReceivedEvent received) {
        boolean sameTime =
                from.startsAt().equals(to.startsAt()) && from.clinicId().equals(to.clinicId());
        if (!sameTime) {
            left(from, received);
        }
        if (!sameTime || !from.practitionerId().equals(to.practitionerId())) {
            taken(to, received);
        }
    }

    private void addFact(AppointmentSlot slot, ReceivedEvent received, boolean taken) {
        LocalDate day = slot.localStart().toLocalDate();
        facts.add(
                diaryOf(slot.practitionerId(), day),
                new DiaryTime(
                        received.subject(),
                        received.version(),
                        received.time(),
                        taken,
                        slot.clinicId(),
                        day,
                        slot.startsAt(),
                        slot.endsAt()));
    }

    /** A practitioner's day is no client: its facts are kept under the day in the place of an id's time, and the rest of the practitioner's. */
    static ClientId diaryOf(PractitionerId practitioner, LocalDate day) {
        StringBuilder time = new StringBuilder();
        long rest = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        for (int i = 0; i < CHARACTERS_OF_TIME; i++) {
            time.append(BASE_32.charAt((int) (rest & ((1 << BITS) - 1))));
            rest >>= BITS;
        }
        String its = practitioner.value().substring(PractitionerId.PREFIX.length() + 1 + CHARACTERS_OF_TIME);
        return new ClientId(ClientId.PREFIX + "_" + time.reverse() + its);
    }
}
