package io.hairline.booking.payment.owed;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.kit.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a payment is for. */
@Component
public class PaymentSubjects {

    private final AppointmentScheduling scheduling;
    private final Courses courses;
    private final ReferenceData referenceData;

    PaymentSubjects(AppointmentScheduling scheduling, Courses courses, ReferenceData referenceData) {
        this.scheduling = scheduling;
        this.courses = courses;
        this.referenceData = referenceData;
    }

    /** Whose it is, which clinic takes the money, and in which currency. */
    public record Subject(ClientId client, ClinicId clinic, String currency) {}

    /**
     * The subject of either an appointment or a course.
     *
     * @throws Refusal if not exactly one is given, it is unknown, or it is still only held
     */
    public Subject require(@Nullable AppointmentId appointmentId, @Nullable CourseId courseId) {
        requireOne(appointmentId, courseId);
        if (appointmentId == null) {
            Course course = courses.require(Objects.requireNonNull(courseId));
            return new Subject(
                    course.clientId(), course.clinicId(), course.total().currency());
        }
        Appointment appointment = scheduling.require(appointmentId);
        ClientId client = appointment.clientId();
        if (client == null) {
            throw Refusal.state("illegal-move", "This slot is only held; book it before it is paid.");
        }
        ClinicId clinic = appointment.slot().clinicId();
        return new Subject(
                client,
                clinic,
                referenceData.clinic(clinic).orElseThrow(Refusal::notFound).paidIn());
    }

    /** Refuses a payment that names neither an appointment nor a course, or both. */
    public static void requireOne(@Nullable AppointmentId appointmentId, @Nullable CourseId courseId) {
        if ((appointmentId == null) == (courseId == null)) {
            throw Refusal.input("appointmentId", "give either appointmentId or courseId");
        }
    }
}
