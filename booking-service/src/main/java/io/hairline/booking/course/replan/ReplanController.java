package io.hairline.booking.course.replan;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.appointment.spacing.SessionToReplan;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.CourseView;
import io.hairline.booking.course.CourseViews;
import io.hairline.booking.course.Courses;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of a course that have to move because an earlier one did. */
@RestController
@RequestMapping("/api/v1/courses/{id}")
class ReplanController {

    private static final Role[] DESK = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    private final Courses courses;
    private final CourseViews views;
    private final CourseSessions sessions;
    private final Replanning replanning;
    private final ReplanConfirmation confirmation;
    private final AppointmentAccess access;

    ReplanController(
            Courses courses,
            CourseViews views,
            CourseSessions sessions,
            Replanning replanning,
            ReplanConfirmation confirmation,
            AppointmentAccess access) {
        this.courses = courses;
        this.views = views;
        this.sessions = sessions;
        this.replanning = replanning;
        this.confirmation = confirmation;
        this.access = access;
    }

    /** A session and the hold that it is to take over. */
    record Move(
            @NotNull AppointmentId appointmentId,
            @NotBlank @Size(max = 40) String holdId,
            @NotBlank @Size(max = 200) String holdToken) {

        ReplanConfirmation.Move toMove() {
            return new ReplanConfirmation.Move(appointmentId, holdId, holdToken);
        }
    }

    record Moves(@NotNull @Size(min = 1, max = 4) List<@NotNull @Valid Move> moves) {}

    /** @param replan the sessions that have to move, each with the times that are held for it; empty if none has to */
    record Offers(List<SessionToReplan> replan) {}

    /** The sessions that have to move, with the times that are held for them now. */
    @GetMapping("/replan")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Offers open(@PathVariable CourseId id) {
        access.requireBookingRole();
        return new Offers(replanning.open(changeable(id).id()));
    }

    /** Holds times for the sessions that have to move; while they are held it names the same ones. */
    @PostMapping("/replan-offers")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Offers offers(@PathVariable CourseId id) {
        access.requireBookingRole();
        return new Offers(replanning.offers(changeable(id).id(), access.caller().subject()));
    }

    /** Moves all of these sessions to held times; if one can't be had, none moves. */
    @PostMapping("/replan")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<CourseView> replan(@PathVariable CourseId id, @Valid @RequestBody Moves wanted) {
        access.requireBookingRole();
        Course course = changeable(id);
        confirmation.confirm(id, wanted.moves().stream().map(Move::toMove).toList());
        return Versioned.ok(course, views::of);
    }

    /** The client, the visitor who booked, and the desk of any clinic that has a session of the course. */
    private Course changeable(CourseId id) {
        Course course = courses.require(id);
        Caller caller = access.caller();
        List<Appointment> all = sessions.inOrder(id);
        boolean may = caller.isStaff()
                ? caller.mayIn(course.clinicId(), DESK)
                        || all.stream().anyMatch(it -> caller.mayIn(it.slot().clinicId(), DESK))
                : access.maySee(course.clientId(), course.clinicId());
        if (!may) {
            throw Refusal.notFound();
        }
        return course;
    }
}
