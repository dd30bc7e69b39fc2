package io.hairline.booking.course;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.CourseHeld;
import io.hairline.contracts.booking.BookingEvent.CourseReleased;
import io.hairline.contracts.booking.BookingEvent.CourseSession;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The sessions of one plan; where and when each is stands in its appointment.
 *
 * @param clinicId the clinic whose plan it is, and in whose currency it is paid
 * @param deposit what is due before it is booked, by the policy of the day its times were chosen
 * @param state absent in courses from before times were kept for the deposit: they are booked
 * @param depositDueAt until when its times are kept for the deposit; absent once it is booked
 */
@Document("courses")
@TypeAlias("course")
public record Course(
        @Id CourseId id,
        long version,
        int schema,
        ClientId clientId,
        PlanId planId,
        ClinicId clinicId,
        List<Session> sessions,
        Money total,
        Money deposit,
        String madeBy,
        Instant bookedAt,
        State state,
        @Nullable Instant depositDueAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** One of them, with the price of the accepted plan. */
    public record Session(AppointmentId appointmentId, String serviceCode, ClinicId clinicId, Money price) {}

    /** Where a course stands; how far its sessions are is in their appointments. */
    public enum State {
        /** Its times are kept, and nothing of it is booked before the deposit is there. */
        HELD,
        BOOKED,
        /** Its times are free again; the same plan can be booked anew under the same id. */
        RELEASED
    }

    public Course {
        sessions = List.copyOf(sessions);
        state = Objects.requireNonNullElse(state, State.BOOKED);
    }

    /**
     * The plan's sessions have times.
     *
     * @param before the same plan's course whose times were given back; absent if there was none
     * @param dueAt until when the times are kept for the deposit; absent if there is nothing to wait for
     */
    static Change<Course> of(
            CourseId id,
            @Nullable Course before,
            AcceptedPlan plan,
            List<Session> sessions,
            Money deposit,
            String madeBy,
            Instant now,
            @Nullable Instant dueAt) {
        Course course = new Course(
                id,
                before == null ? 1 : before.version + 1,
                SCHEMA,
                plan.clientId(),
                plan.id(),
                plan.clinicId(),
                sessions,
                plan.total(),
                deposit,
                madeBy,
                now,
                dueAt == null ? State.BOOKED : State.HELD,
                dueAt);
        return Change.to(
                course,
                dueAt == null
                        ? course.booked()
                        : new CourseHeld(
                                id, plan.clientId(), plan.id(), plan.clinicId(), course.told(), deposit, dueAt));
    }

    private CourseBooked booked() {
        return new CourseBooked(id, clientId, planId, told());
    }

    private List<CourseSession> told() {
        return sessions.stream()
                .map(it -> new CourseSession(it.appointmentId(), it.serviceCode(), it.clinicId()))
                .toList();
    }

    /** The deposit is there, or nobody waits for it any more; one that is booked or was given back stays as it is. */
    public Change<Course> confirm() {
        return state == State.HELD ? Change.to(next(State.BOOKED), booked()) : Change.none(this);
    }

    /** Its times are free again; one that is booked, or was given back before, stays as it is. */
    public Change<Course> release(String reasonCode) {
        return state == State.HELD
                ? Change.to(next(State.RELEASED), new CourseReleased(id, clientId, planId, clinicId, reasonCode))
                : Change.none(this);
    }

    /** Whether the time for its deposit is over. */
    public boolean isOverdue(Instant now) {
        return state == State.HELD && depositDueAt != null && !depositDueAt.isAfter(now);
    }

    private Course next(State nextState) {
        return new Course(
                id,
                version + 1,
                schema,
                clientId,
                planId,
                clinicId,
                sessions,
                total,
                deposit,
                madeBy,
                bookedAt,
                nextState,
                null);
    }

    /** The policy's hours, but no more than half of the time to the first session, so that others can still take it. */
    static Instant depositDueAt(DepositRule rule, Instant now, Instant firstStart) {
        Duration hours =
                Duration.ofHours(Objects.requireNonNullElse(rule.payWithinHours(), DepositRule.PAY_WITHIN_HOURS));
        Duration half = Duration.between(now, firstStart).dividedBy(2);
        return now.plus(hours.compareTo(half) < 0 ? hours : half).truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is due of a price before its course begins; never more than the price. */
    public static Money depositFor(Money total, DepositRule rule) {
        BigDecimal share = total.amount()
                .multiply(BigDecimal.valueOf(rule.percent()))
                .divide(BigDecimal.valueOf(100), total.amount().scale(), RoundingMode.HALF_UP);
        return new Money(share.max(rule.minimum()).min(total.amount()), total.currency());
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
