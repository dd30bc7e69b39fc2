package io.hairline.treatment.sharing;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SharingPassId;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassGiven;
import io.hairline.contracts.treatment.TreatmentEvent.SharingPassRevoked;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.chartaccess.SharingPurpose;
import io.hairline.treatment.referencedata.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A client's permission for one clinic to read the chart, as far as its purpose opens it.
 *
 * @param until the last local day of that clinic on which it holds; of a pass for one visit as it was given
 * @param appointmentId the visit for which alone it holds; absent in a pass until a day
 */
@Document("sharing_passes")
@TypeAlias("sharingPass")
@PersonalData
record SharingPass(
        @Id SharingPassId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        SharingPurpose purpose,
        LocalDate until,
        Instant givenAt,
        @Nullable Instant revokedAt,
        @Nullable AppointmentId appointmentId)
        implements Aggregate {

    private static final int SCHEMA = 1;
    private static final int LONGEST_YEARS = 5;
    private static final int DAYS_AFTER_VISIT = 7;

    /** Refuses a last day that has passed in that clinic, and one that is too far away to be meant. */
    static Change<SharingPass> give(
            SharingPassId id,
            ClientId client,
            ClinicId clinic,
            SharingPurpose purpose,
            LocalDate until,
            Instant now,
            LocalDate today) {
        if (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw Refusal.input("until", "must be a day from " + today + " to " + today.plusYears(LONGEST_YEARS));
        }
        return Change.to(
                new SharingPass(id, 1, SCHEMA, client, clinic, purpose, until, now, null, null),
                new SharingPassGiven(id, client, clinic, purpose.name(), until));
    }

    /** Refuses a visit that is over, or never will be. */
    static Change<SharingPass> giveForVisit(
            SharingPassId id, ClientId client, Appointment visit, SharingPurpose purpose, Instant now) {
        if (!visit.status().isOpen()) {
            throw Refusal.state(
                    "illegal-move",
                    "The appointment is " + visit.status() + ": a pass is for one that is still to come.");
        }
        LocalDate until = lastDayFor(visit);
        return Change.to(
                new SharingPass(id, 1, SCHEMA, client, visit.clinicId(), purpose, until, now, null, visit.id()),
                new SharingPassGiven(id, client, visit.clinicId(), purpose.name(), until));
    }

    private static LocalDate lastDayFor(Appointment visit) {
        return visit.localDay().plusDays(DAYS_AFTER_VISIT);
    }

    Change<SharingPass> revoke(Instant now) {
        if (revokedAt != null) {
            throw Refusal.state("illegal-move", "The pass was revoked already.");
        }
        return Change.to(
                new SharingPass(
                        id, version + 1, schema, clientId, clinicId, purpose, until, givenAt, now, appointmentId),
                new SharingPassRevoked(id, clientId, clinicId));
    }

    /**
     * Its last local day as things are now: a pass for one visit follows the appointment to another day.
     *
     * @param visit the appointment of a pass for one visit, as booking last told
     */
    LocalDate lastDay(@Nullable Appointment visit) {
        return visit == null ? until : lastDayFor(visit);
    }

    /**
     * Whether it holds on a local day of its clinic. One for a visit ends with the visit: when it is completed, cancelled,
     * missed or moved to another clinic. If that is taken back, it holds again.
     */
    boolean holdsOn(LocalDate day, @Nullable Appointment visit) {
        return revokedAt == null && !day.isAfter(lastDay(visit)) && isBefore(visit);
    }

    private boolean isBefore(@Nullable Appointment visit) {
        return appointmentId == null
                || (visit != null && visit.status().isOpen() && visit.clinicId().equals(clinicId));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
