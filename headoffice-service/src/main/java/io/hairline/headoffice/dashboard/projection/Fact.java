package io.hairline.headoffice.dashboard.projection;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/** What one event means to the dashboard; {@code of} and {@code version} say which one, for ever. */
public sealed interface Fact {

    /** The aggregate it happened to. */
    String of();

    /** The aggregate's version after it. */
    long version();

    /** Business time at which it happened. */
    Instant at();

    default String key() {
        return of() + "|" + version();
    }

    /** How an appointment stands since then, and where; facts from before it was kept don't say in which chair. */
    @TypeAlias("turn")
    record AppointmentChange(
            String of,
            long version,
            Instant at,
            Standing standing,
            boolean booked,
            ClinicId clinicId,
            String practitionerId,
            String serviceCode,
            Instant startsAt,
            long minutes,
            LocalDate day,
            String zone,
            @Nullable String chairId)
            implements Fact {

        LocalDate localDayOf(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneId.of(zone));
        }

        /** When the day of the visit is over in its clinic. */
        Instant endOfDay() {
            return day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        }

        boolean promisesTheSameAs(AppointmentChange other) {
            return standing.alive() == other.standing.alive()
                    && clinicId.equals(other.clinicId)
                    && practitionerId.equals(other.practitionerId)
                    && startsAt.equals(other.startsAt);
        }
    }

    /** How an appointment can stand. */
    enum Standing {
        CONFIRMED,
        CHECKED_IN,
        IN_CHAIR,
        COMPLETED,
        CANCELLED,
        CANCELLED_LATE,
        NO_SHOW;

        boolean alive() {
            return this != CANCELLED && this != CANCELLED_LATE && this != NO_SHOW;
        }
    }

    @TypeAlias("treated")
    record Treated(
            String of,
            long version,
            Instant at,
            ClinicId clinicId,
            LocalDate day,
            @Nullable CourseId courseId,
            @Nullable String currency,
            long minorUnits,
            @Nullable Boolean lotsNamed,
            @Nullable Spacing spacing,
            @Nullable String practitionerId)
            implements Fact {

        /** The same with the spacing that was asked for. */
        public Treated spaced(int fromDays, int untilDays) {
            return new Treated(
                    of,
                    version,
                    at,
                    clinicId,
                    day,
                    courseId,
                    currency,
                    minorUnits,
                    lotsNamed,
                    new Spacing(fromDays, untilDays),
                    practitionerId);
        }

        /** Facts from before it was told don't say; the service has never completed a session without lots. */
        boolean namesLots() {
            return !Boolean.FALSE.equals(lotsNamed);
        }

        /** Facts from before it was kept were counted by the trade's usual numbers. */
        boolean isWellSpaced(long daysSinceTheLast) {
            Spacing window = spacing == null ? Spacing.USUAL : spacing;
            return daysSinceTheLast >= window.fromDays() && daysSinceTheLast <= window.untilDays();
        }
    }

    /**
     * The days between two sessions that the policy in force in the clinic asked for.
     *
     * @param fromDays fewer need an override
     * @param untilDays more are worth a warning
     */
    record Spacing(int fromDays, int untilDays) {

        static final Spacing USUAL = new Spacing(10, 30);
    }

    /**
     * A practitioner's time in a clinic, before it began: taken by an appointment, or left by one. These are kept per
     * practitioner and local day, for another client takes a freed time.
     */
    @TypeAlias("diaryTime")
    record DiaryTime(
            String of,
            long version,
            Instant at,
            boolean taken,
            ClinicId clinicId,
            LocalDate day,
            Instant startsAt,
            Instant endsAt)
            implements Fact {

        /** An appointment that moves within a day leaves one time and takes another. */
        @Override
        public String key() {
            return of + "|" + version + (taken ? "|taken" : "|left");
        }

        /** Whether this appointment took that time, or a part of it, after it was left and before it began. */
        boolean refills(DiaryTime left) {
            return taken
                    && !of.equals(left.of)
                    && clinicId.equals(left.clinicId)
                    && !at.isBefore(left.at)
                    && at.isBefore(left.startsAt)
                    && startsAt.isBefore(left.endsAt)
                    && left.startsAt.isBefore(endsAt);
        }
    }

    /** The client agreed to be treated, or took it back; {@code of} is the consent. */
    @TypeAlias("consented")
    record Consented(String of, long version, Instant at, boolean withdrawn) implements Fact {}

    /** A client from the waitlist took a time that had come free; {@code of} is the waitlist entry. */
    @TypeAlias("waitlistSaved")
    record WaitlistSaved(String of, long version, Instant at, ClinicId clinicId, LocalDate day) implements Fact {}

    @TypeAlias("consulted")
    record Consulted(String of, long version, Instant at, ClinicId clinicId, LocalDate day, AppointmentId appointmentId)
            implements Fact {}

    @TypeAlias("adverseEvent")
    record AdverseEvent(String of, long version, Instant at, ClinicId clinicId, LocalDate day) implements Fact {}

    /**
     * How a message ended that no mail server took: it lies in the client's inbox, or it failed.
     *
     * @param failed absent in facts of earlier releases, which told of no failures
     * @param clinicId absent if the message is about none; in facts of earlier releases, too
     */
    @TypeAlias("messageDelivered")
    record MessageEnded(
            String of,
            long version,
            Instant at,
            @Nullable Boolean failed,
            @Nullable ClinicId clinicId,
            @Nullable LocalDate day,
            @Nullable AppointmentId appointmentId)
            implements Fact {

        boolean hasFailed() {
            return Boolean.TRUE.equals(failed);
        }
    }

    /** Money that came, or went back: then it is negative. */
    @TypeAlias("moneyMoved")
    record MoneyMoved(
            String of, long version, Instant at, ClinicId clinicId, LocalDate day, String currency, long minorUnits)
            implements Fact {}

    @TypeAlias("planned")
    record Planned(String of, long version, Instant at, AppointmentId consultationAppointmentId) implements Fact {}

    @TypeAlias("courseBooked")
    record CourseMade(String of, long version, Instant at, PlanId planId) implements Fact {}

    /** All sessions of a plan are done; {@code of} is the plan. */
    @TypeAlias("courseDone")
    record CourseDone(
            String of, long version, Instant at, @Nullable CourseId courseId) implements Fact {}

    @TypeAlias("touchUp")
    record TouchUp(
            String of,
            long version,
            Instant at,
            ClinicId clinicId,
            Stage stage,
            @Nullable LocalDate due) implements Fact {}

    /** What a touch-up can come to. */
    enum Stage {
        DUE,
        BOOKED,
        REOPENED,
        TREATED,
        CLOSED
    }

    /** A message was planned for an instant, or left at it. */
    @TypeAlias("message")
    record Message(
            String of,
            long version,
            Instant at,
            boolean sent,
            Instant moment,
            @Nullable ClinicId clinicId,
            @Nullable LocalDate day,
            @Nullable AppointmentId appointmentId,
            long appointmentVersion)
            implements Fact {}
}
