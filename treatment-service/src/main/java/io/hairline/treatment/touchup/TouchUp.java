package io.hairline.treatment.touchup;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckDue;
import io.hairline.contracts.treatment.TreatmentEvent.FadeCheckPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpBooked;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpClosed;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpContacted;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpDue;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpForecastChanged;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpPlanned;
import io.hairline.contracts.treatment.TreatmentEvent.TouchUpReopened;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import io.hairline.treatment.touchup.forecast.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The next refreshing of a client's colour. An event that comes twice changes it once.
 *
 * @param zone of the clinic that treated the client last: its days are {@code from}, {@code due} and {@code until}
 * @param reasons sealed
 * @param fellDue its day has come and was told; never again after that
 * @param bookedClinicId where its appointment is; absent without one
 * @param kind absent in touch-ups from before there was another
 * @param treatedOn the day of the session from which its days are counted; absent in touch-ups from before it was kept
 * @param policy the versions of head office's layers by which its days are counted, the brand's first; they stay so until its days
 *     are counted anew; absent in touch-ups from before the forecast was part of the policy
 */
@Document("touch_ups")
@TypeAlias("touchUp")
@PersonalData
record TouchUp(
        @Id TouchUpId id,
        long version,
        int schema,
        TouchUpStatus status,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable CourseId courseId,
        LocalDate from,
        LocalDate due,
        LocalDate until,
        String zone,
        Binary reasons,
        boolean fellDue,
        @Nullable AppointmentId appointmentId,
        @Nullable ClinicId bookedClinicId,
        @Nullable TouchUpKind kind,
        @Nullable LocalDate treatedOn,
        @Nullable List<PolicyVersion> policy)
        implements Aggregate {

    private static final int SCHEMA = 1;

    static Change<TouchUp> plan(
            TouchUpId id,
            LastSession last,
            Forecast when,
            Binary reasons,
            List<PolicyVersion> policy,
            TouchUpKind kind) {
        TouchUp planned = new TouchUp(
                id,
                1,
                SCHEMA,
                TouchUpStatus.PLANNED,
                last.clientId(),
                last.clinicId(),
                last.courseId(),
                when.from(),
                when.due(),
                when.until(),
                last.zone().getId(),
                reasons,
                false,
                null,
                null,
                kind,
                last.day(),
                policy);
        return Change.to(planned, planned.plannedEvent());
    }

    private DomainEvent plannedEvent() {
        return isFadeCheck()
                ? new FadeCheckPlanned(id, clientId, clinicId, courseId, due, until)
                : new TouchUpPlanned(id, clientId, clinicId, courseId, from, due, until);
    }

    boolean isFadeCheck() {
        return kind == TouchUpKind.FADE_CHECK;
    }

    /** When time will change it next; one step at a time, so a clock that jumps makes the same steps. */
    Optional<Instant> nextStepAt() {
        if (!status.isWaiting()) {
            return Optional.empty();
        }
        LocalDate day = fellDue ? until.plusDays(1) : due;
        return Optional.of(day.atStartOfDay(ZoneId.of(zone)).toInstant());
    }

    /** A touch-up whose day hasn't come, of which more is learned. */
    boolean isOpenToForecast() {
        return status == TouchUpStatus.PLANNED && !fellDue && !isFadeCheck() && treatedOn != null;
    }

    /** What was seen of the colour makes its days others; its day falls due once all the same. */
    Change<TouchUp> expect(Forecast when, Binary why, List<PolicyVersion> countedBy) {
        if (!isOpenToForecast()) {
            return Change.none(this);
        }
        TouchUp next = new TouchUp(
                id,
                version + 1,
                schema,
                status,
                clientId,
                clinicId,
                courseId,
                when.from(),
                when.due(),
                when.until(),
                zone,
                why,
                false,
                appointmentId,
                bookedClinicId,
                kind,
                treatedOn,
                countedBy);
        return Change.to(
                next,
                new TouchUpForecastChanged(id, clientId, clinicId, courseId, when.from(), when.due(), when.until()));
    }

    /** Time has gone by. */
    Change<TouchUp> passTo(Instant now) {
        if (nextStepAt().filter(it -> !it.isAfter(now)).isEmpty()) {
            return Change.none(this);
        }
        if (fellDue) {
            return isFadeCheck() ? end(TouchUpStatus.CLOSED, "OVER") : end(TouchUpStatus.LOST, "LOST");
        }
        DomainEvent itsDayCame = isFadeCheck()
                ? new FadeCheckDue(id, clientId, clinicId, courseId, due, until)
                : new TouchUpDue(id, clientId, clinicId, courseId, due, until);
        return to(TouchUpStatus.DUE, true, null, null, itsDayCame);
    }

    /** The client came and the colour was looked at, after its day. */
    Change<TouchUp> lookAt() {
        return isFadeCheck() && fellDue ? end(TouchUpStatus.CLOSED, "CHECKED") : Change.none(this);
    }

    Change<TouchUp> contact(MessageId message) {
        return status == TouchUpStatus.DUE
                ? to(
                        TouchUpStatus.CONTACTED,
                        fellDue,
                        null,
                        null,
                        new TouchUpContacted(id, clientId, clinicId, message))
                : Change.none(this);
    }

    /** It has a time; moved to another clinic, it is told again. */
    Change<TouchUp> book(AppointmentId appointment, ClinicId where) {
        boolean moved =
                status == TouchUpStatus.BOOKED && appointment.equals(appointmentId) && !where.equals(bookedClinicId);
        return status.isWaiting() || moved
                ? to(
                        TouchUpStatus.BOOKED,
                        fellDue,
                        appointment,
                        where,
                        new TouchUpBooked(id, clientId, clinicId, appointment, where))
                : Change.none(this);
    }

    Change<TouchUp> reopen(AppointmentId appointment, String reasonCode) {
        return status == TouchUpStatus.BOOKED && appointment.equals(appointmentId)
                ? to(
                        fellDue ? TouchUpStatus.DUE : TouchUpStatus.PLANNED,
                        fellDue,
                        null,
                        null,
                        new TouchUpReopened(id, clientId, clinicId, reasonCode))
                : Change.none(this);
    }

    /** The client was treated. */
    Change<TouchUp> close() {
        return end(TouchUpStatus.CLOSED, "TREATED");
    }

    /** The client doesn't want it; somebody who has a time for it cancels that first. */
    Change<TouchUp> decline() {
        if (status == TouchUpStatus.BOOKED) {
            throw Refusal.state("illegal-move", "The touch-up has an appointment; cancel that first.");
        }
        return end(TouchUpStatus.DECLINED, "DECLINED");
    }

    /** The client is gone. */
    Change<TouchUp> lose() {
        return end(TouchUpStatus.LOST, "LOST");
    }

    private Change<TouchUp> end(TouchUpStatus how, String reasonCode) {
        return status.isOver()
                ? Change.none(this)
                : to(
                        how,
                        fellDue,
                        appointmentId,
                        bookedClinicId,
                        new TouchUpClosed(id, clientId, clinicId, reasonCode));
    }

    private Change<TouchUp> to(
            TouchUpStatus next,
            boolean nowFellDue,
            @Nullable AppointmentId appointment,
            @Nullable ClinicId where,
            DomainEvent event) {
        return Change.to(
                new TouchUp(
                        id,
                        version + 1,
                        schema,
                        next,
                        clientId,
                        clinicId,
                        courseId,
                        from,
                        due,
                        until,
                        zone,
                        reasons,
                        nowFellDue,
                        appointment,
                        where,
                        kind,
                        treatedOn,
                        policy),
                event);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
