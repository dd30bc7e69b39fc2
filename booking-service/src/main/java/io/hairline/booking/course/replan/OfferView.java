package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.spacing.SessionHolds;
import io.hairline.booking.appointment.spacing.SessionToReplan;
import io.hairline.booking.availability.Slot;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows what is held for a course, in the form in which free slots are shown. */
@Component
class OfferView {

    private final Appointments appointments;
    private final SessionHolds holds;
    private final ReferenceData referenceData;

    OfferView(Appointments appointments, SessionHolds holds, ReferenceData referenceData) {
        this.appointments = appointments;
        this.holds = holds;
        this.referenceData = referenceData;
    }

    List<SessionToReplan> of(Replan replan, List<Appointment> inOrder) {
        return replan.sessions().stream()
                .map(it -> new SessionToReplan(it.appointmentId(), it.reasonCode(), offers(it, replan, inOrder)))
                .toList();
    }

    private List<SessionToReplan.Offer> offers(Replan.Session it, Replan replan, List<Appointment> inOrder) {
        Optional<Appointment> session = inOrder.stream()
                .filter(one -> one.id().equals(it.appointmentId()))
                .findFirst();
        return it.holds().stream()
                .map(appointments::require)
                .map(hold -> holds.offer(slot(hold.slot(), session), hold, replan.expiresAt()))
                .toList();
    }

    private Slot slot(AppointmentSlot it, Optional<Appointment> session) {
        ZoneId zone = ZoneId.of(it.zone());
        boolean same = session.filter(one -> one.slot().practitionerId().equals(it.practitionerId()))
                .isPresent();
        return new Slot(
                it.clinicId(),
                referenceData.clinic(it.clinicId()).map(Clinic::name).orElse(""),
                it.zone(),
                it.practitionerId(),
                referenceData
                        .practitioner(it.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""),
                it.chairId(),
                it.serviceCode(),
                it.startsAt().atZone(zone).toOffsetDateTime(),
                it.endsAt().atZone(zone).toOffsetDateTime(),
                it.localStart(),
                same ? List.of(Slot.Reason.SAME_PRACTITIONER) : List.of(),
                null,
                null);
    }
}
