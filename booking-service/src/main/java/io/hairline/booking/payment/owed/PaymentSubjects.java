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
import io.hairline.contracts.booking.PaymentDetails;
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

    /**
     * What a caller says that a payment is for.
     *
     * @param client who buys a product
     * @param clinic where a product is bought
     * @param kind which product, if it is one
     */
    public record Asked(
            @Nullable AppointmentId appointment,
            @Nullable CourseId course,
            @Nullable ClientId client,
            @Nullable ClinicId clinic,
            @Nullable String kind) {

        boolean isSale() {
            return kind != null && kind.matches(PaymentDetails.SALES);
        }
    }

    /**
     * The subject of what is asked for.
     *
     * @throws Refusal if it isn't exactly one of an appointment, a course, and a product with its client and clinic, or is unknown
     */
    public Subject require(Asked asked) {
        ClientId client = asked.client();
        ClinicId clinic = asked.clinic();
        if (!asked.isSale()) {
            if (client != null || clinic != null) {
                throw Refusal.input("kind", "must name the product if clientId and clinicId are given");
            }
            return require(asked.appointment(), asked.course());
        }
        if (asked.appointment() != null || asked.course() != null) {
            throw Refusal.input("kind", "is a product; leave appointmentId and courseId out");
        }
        if (client == null || clinic == null) {
            throw Refusal.input(client == null ? "clientId" : "clinicId", "is needed for a product");
        }
        return new Subject(
                client,
                clinic,
                referenceData
                        .clinic(clinic)
                        .orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"))
                        .paidIn());
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
