package io.hairline.booking.course.deposit;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.course.Course;
import io.hairline.booking.course.CourseView;
import io.hairline.booking.course.CourseViews;
import io.hairline.booking.course.Courses;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Times that are kept for a course's deposit, when it isn't paid. */
@RestController
@RequestMapping("/api/v1/courses/{id}")
class DepositController {

    private final Courses courses;
    private final CourseDeposits deposits;
    private final CourseViews views;
    private final AppointmentAccess access;

    DepositController(Courses courses, CourseDeposits deposits, CourseViews views, AppointmentAccess access) {
        this.courses = courses;
        this.deposits = deposits;
        this.views = views;
        this.access = access;
    }

    /** Why the clinic doesn't wait for the deposit; the code is seen on each appointment. */
    record WithoutDeposit(
            @NotNull @Pattern(regexp = ReasonCodes.PLAN_OVERRIDE, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason) {}

    /** Books the sessions without the deposit; the manager's decision, because it may cost the clinic money. */
    @PostMapping("/confirm")
    @AllowedFor(staff = {Role.CLINIC_MANAGER, Role.HEAD_OFFICE})
    ResponseEntity<CourseView> confirm(@PathVariable CourseId id, @Valid @RequestBody WithoutDeposit wanted) {
        Course course = courses.require(id);
        Caller caller = access.caller();
        caller.requireIn(course.clinicId(), Role.CLINIC_MANAGER, Role.HEAD_OFFICE);
        Role role = caller.mayIn(course.clinicId(), Role.CLINIC_MANAGER) ? Role.CLINIC_MANAGER : Role.HEAD_OFFICE;
        PlanOverride without = new PlanOverride(List.of(PlanOverride.DEPOSIT), role.name(), wanted.reasonCode());
        return Versioned.ok(deposits.confirmWithout(id, without, wanted.reason()), views::of);
    }

    /** Gives all times of the course back; what was paid for it is refunded. */
    @PostMapping("/give-back")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<CourseView> giveBack(@PathVariable CourseId id) {
        access.requireBookingRole();
        Course course = courses.require(id);
        access.toBook(course.clientId(), course.clinicId());
        return Versioned.ok(deposits.giveBack(id), views::of);
    }
}
