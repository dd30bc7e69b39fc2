package io.hairline.booking.payment;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentDeposits;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.CoursePayments;
import io.hairline.booking.course.Courses;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PaymentId;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Payments implements Indexes, CoursePayments, AppointmentDeposits {

    private static final String COLLECTION = "payments";

    private final MongoTemplate mongo;
    private final Courses courses;

    Payments(MongoTemplate mongo, Courses courses) {
        this.mongo = mongo;
        this.courses = courses;
    }

    Payment require(PaymentId id) {
        Payment payment = mongo.findById(id, Payment.class);
        if (payment == null) {
            throw Refusal.notFound();
        }
        return payment;
    }

    List<Payment> of(AppointmentId appointment) {
        return by("paid.appointmentId", appointment);
    }

    List<Payment> of(CourseId course) {
        return by("paid.courseId", course);
    }

    private List<Payment> by(String field, Object value) {
        return mongo.find(Query.query(Criteria.where(field).is(value)).with(Sort.by("_id")), Payment.class);
    }

    @Override
    public Money paidFor(CourseId course, Money like) {
        return new Money(left(of(course)), like.currency());
    }

    /** A session of a course has its equal share of what was paid towards the course's deposit. */
    @Override
    public BigDecimal paidFor(Appointment appointment) {
        BigDecimal own = left(of(appointment.id()));
        CourseId courseId = appointment.courseId();
        if (courseId == null) {
            return own;
        }
        Course course = courses.require(courseId);
        BigDecimal towardsDeposit = left(of(courseId)).min(course.deposit().amount());
        return own.add(towardsDeposit.divide(
                BigDecimal.valueOf(course.sessions().size()),
                course.deposit().amount().scale(),
                RoundingMode.DOWN));
    }

    /** Those that a refund for an appointment is taken from, its own first. */
    List<Payment> behind(Appointment appointment) {
        List<Payment> own = of(appointment.id());
        CourseId courseId = appointment.courseId();
        return own.isEmpty() && courseId != null ? of(courseId) : own;
    }

    private static BigDecimal left(List<Payment> payments) {
        return payments.stream().map(Payment::refundable).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(ascending("paid.appointmentId"));
        database.getCollection(COLLECTION).createIndex(ascending("paid.courseId"));
    }
}
