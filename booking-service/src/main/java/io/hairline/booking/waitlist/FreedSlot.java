package io.hairline.booking.waitlist;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Instant;
import java.util.List;

/** A time of a practitioner that came free; as due work it is written in one line. */
public record FreedSlot(ClinicId clinicId, PractitionerId practitionerId, Instant startsAt) {

    /** The time of an appointment or hold that is given up. */
    public static FreedSlot of(AppointmentSlot it) {
        return new FreedSlot(it.clinicId(), it.practitionerId(), it.startsAt());
    }

    /** The slot that {@link #subject} wrote. */
    public static FreedSlot parse(String subject) {
        List<String> words = List.of(subject.split("\\|", 3));
        return new FreedSlot(new ClinicId(words.get(0)), new PractitionerId(words.get(1)), Instant.parse(words.get(2)));
    }

    /** The subject of due work. */
    public String subject() {
        return clinicId + "|" + practitionerId + "|" + startsAt;
    }
}
