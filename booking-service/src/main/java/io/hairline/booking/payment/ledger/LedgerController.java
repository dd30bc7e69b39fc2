package io.hairline.booking.payment.ledger;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.AppointmentScheduling;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.Courses;
import io.hairline.booking.payment.Payment;
import io.hairline.booking.payment.Payments;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.events.StoredEvent;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {

    private static final WireNames EVENTS = WireNames.of(BookingEvent.class);

    private final Payments payments;
    private final Courses courses;
    private final AppointmentScheduling scheduling;
    private final AppointmentAccess access;
    private final EventLog eventLog;

    LedgerController(
            Payments payments,
            Courses courses,
            AppointmentScheduling scheduling,
            AppointmentAccess access,
            EventLog eventLog) {
        this.payments = payments;
        this.courses = courses;
        this.scheduling = scheduling;
        this.access = access;
        this.eventLog = eventLog;
    }

    /** The account of a client, of a course with its sessions, or of what was paid for one appointment itself. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<LedgerLine> lines(
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable CourseId courseId,
            @RequestParam(required = false) @Nullable AppointmentId appointmentId) {
        if (Stream.of(clientId, courseId, appointmentId)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw Refusal.input("clientId", "give one of clientId, courseId and appointmentId");
        }
        if (appointmentId != null) {
            Appointment it = scheduling.require(appointmentId);
            access.toSee(it);
            return ledger(List.of(), payments.of(appointmentId), List.of(appointmentId));
        }
        if (courseId != null) {
            Course course = courses.require(courseId);
            if (!maySee(course)) {
                throw Refusal.notFound();
            }
            return ledger(List.of(course), paymentsOf(course), appointmentsOf(course));
        }
        return ofClient(Objects.requireNonNull(clientId));
    }

    /** Staff see what was paid in their own clinics. */
    private Page<LedgerLine> ofClient(ClientId client) {
        List<Payment> visible = payments.of(client).stream()
                .filter(it -> access.maySee(client, it.paid().clinicId()))
                .toList();
        List<Course> theirs = visible.stream()
                .map(it -> it.paid().courseId())
                .filter(Objects::nonNull)
                .distinct()
                .map(courses::require)
                .toList();
        List<AppointmentId> appointments = Stream.concat(
                        visible.stream().map(it -> it.paid().appointmentId()).filter(Objects::nonNull),
                        theirs.stream().flatMap(it -> appointmentsOf(it).stream()))
                .distinct()
                .toList();
        return ledger(theirs, visible, appointments);
    }

    private Page<LedgerLine> ledger(List<Course> some, List<Payment> paid, List<AppointmentId> appointments) {
        List<Ledger.Entry> entries = Stream.concat(
                        paid.stream().map(Payment::aggregateId),
                        appointments.stream().map(AppointmentId::value))
                .flatMap(it -> eventLog.history(it).stream())
                .sorted(Comparator.comparing(StoredEvent::time).thenComparing(StoredEvent::id))
                .flatMap(it -> entry(it).stream())
                .toList();
        return Page.whole(Ledger.of(some, entries));
    }

    private static Optional<Ledger.Entry> entry(StoredEvent it) {
        return EVENTS.find(it.type())
                .map(type -> EventJson.read(it.data().getBytes(StandardCharsets.UTF_8), type))
                .map(event -> new Ledger.Entry(it.id(), it.time(), (BookingEvent) event));
    }

    private List<Payment> paymentsOf(Course course) {
        return Stream.concat(
                        payments.of(course.id()).stream(),
                        appointmentsOf(course).stream().flatMap(it -> payments.of(it).stream()))
                .toList();
    }

    private static List<AppointmentId> appointmentsOf(Course course) {
        return course.sessions().stream().map(Course.Session::appointmentId).toList();
    }

    private boolean maySee(Course course) {
        return access.maySee(course.clientId(), course.clinicId())
                || course.sessions().stream().anyMatch(it -> access.maySee(course.clientId(), it.clinicId()));
    }
}
