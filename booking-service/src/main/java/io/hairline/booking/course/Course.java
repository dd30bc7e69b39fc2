package io.hairline.booking.course;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.CourseSession;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The sessions of one plan; where and when each is stands in its appointment.
 *
 * @param clinicId the clinic whose plan it is, and in whose currency it is paid
 * @param deposit what is due before it begins, by the policy of the day it was booked
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
        Instant bookedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /** One of them, with the price of the accepted plan. */
    public record Session(AppointmentId appointmentId, String serviceCode, ClinicId clinicId, Money price) {}

    public Course {
        sessions = List.copyOf(sessions);
    }

    static Change<Course> book(
            CourseId id, AcceptedPlan plan, List<Session> sessions, DepositRule rule, String madeBy, Instant now) {
        Course course = new Course(
                id,
                1,
                SCHEMA,
                plan.clientId(),
                plan.id(),
                plan.clinicId(),
                sessions,
                plan.total(),
                depositFor(plan.total(), rule),
                madeBy,
                now);
        List<CourseSession> told = sessions.stream()
                .map(it -> new CourseSession(it.appointmentId(), it.serviceCode(), it.clinicId()))
                .toList();
        return Change.to(course, new CourseBooked(id, plan.clientId(), plan.id(), told));
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
