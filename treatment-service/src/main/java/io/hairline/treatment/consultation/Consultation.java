package io.hairline.treatment.consultation;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationCorrected;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationRecorded;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.referencedata.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A consultation that was held, one for each appointment, on the appointment's day or written down later.
 *
 * @param findings sealed
 * @param superseded findings that were wrong, oldest first; absent in consultations from before they could be corrected
 */
@Document("consultations")
@TypeAlias("consultation")
@PersonalData
public record Consultation(
        @Id ConsultationId id,
        long version,
        int schema,
        AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        Instant recordedAt,
        Binary findings,
        @Nullable List<Superseded> superseded)
        implements Aggregate {

    static final String SERVICE = "CONSULTATION";
    private static final int SCHEMA = 1;

    static ClientId requireHeld(Appointment appointment) {
        ClientId client = appointment.clientId();
        if (!appointment.serviceCode().equals(SERVICE)) {
            throw Refusal.input("appointmentId", "is a " + appointment.serviceCode() + ", not a consultation");
        }
        if (client == null || !appointment.status().isOpen()) {
            throw Refusal.state(
                    "illegal-move", "The appointment is " + appointment.status() + ": nothing can be recorded for it.");
        }
        return client;
    }

    private static void requireBegun(Appointment appointment, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(appointment.zone()));
        if (today.isBefore(appointment.localDay())) {
            throw Refusal.state(
                    "too-early",
                    "The consultation is on " + appointment.localDay() + "; it can be recorded from that day on.");
        }
    }

    static Change<Consultation> record(ConsultationId id, Appointment appointment, Binary findings, Instant now) {
        ClientId client = requireHeld(appointment);
        requireBegun(appointment, now);
        Consultation recorded = new Consultation(
                id,
                1,
                SCHEMA,
                appointment.id(),
                client,
                appointment.clinicId(),
                appointment.practitionerId(),
                now,
                findings,
                List.of());
        return Change.to(recorded, new ConsultationRecorded(id, appointment.id(), client, appointment.clinicId()));
    }

    /**
     * Findings that were put right.
     *
     * @param findings sealed, as they were until then
     * @param at when they were put right
     * @param by subject of the one who put them right
     * @param practitionerId who that is in the diary; absent for others
     * @param reason sealed
     */
    record Superseded(
            Binary findings,
            Instant at,
            String by,
            @Nullable PractitionerId practitionerId,
            Binary reason) {}

    /** Other findings take the place of wrong ones, which stay to be seen; when it was recorded stays the same. */
    Change<Consultation> correct(Binary sealedFindings, Binary sealedReason, Caller by, Instant now) {
        List<Superseded> all = new ArrayList<>(Objects.requireNonNullElse(superseded, List.of()));
        all.add(new Superseded(findings, now, by.subject(), by.practitionerIn(clinicId), sealedReason));
        Consultation next = new Consultation(
                id,
                version + 1,
                schema,
                appointmentId,
                clientId,
                clinicId,
                practitionerId,
                recordedAt,
                sealedFindings,
                List.copyOf(all));
        return Change.to(next, new ConsultationCorrected(id, appointmentId, clientId, clinicId));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
