package io.hairline.booking.course;

import io.hairline.booking.allocation.SlotRequest;
import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.note.ReasonCodes;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/courses")
class CourseController {

    private final CourseBooking booking;
    private final SessionProposals proposing;
    private final Courses courses;
    private final CourseViews views;
    private final AppointmentAccess access;

    CourseController(
            CourseBooking booking,
            SessionProposals proposing,
            Courses courses,
            CourseViews views,
            AppointmentAccess access) {
        this.booking = booking;
        this.proposing = proposing;
        this.courses = courses;
        this.views = views;
        this.access = access;
    }

    /** A time for one session, as free slots show it. */
    record SlotOfSession(
            @NotNull ClinicId clinicId,
            @NotNull PractitionerId practitionerId,
            @Nullable ChairId chairId,
            @NotBlank @Size(max = 40) String serviceCode,
            @NotNull OffsetDateTime startsAt) {

        SlotRequest wish(ClientId client) {
            return new SlotRequest(clinicId, practitionerId, chairId, serviceCode, startsAt.toInstant(), client, null);
        }
    }

    record Propose(
            @NotNull LocalDate from,
            @NotNull @Size(min = 1, max = 20) List<@NotNull ClinicId> clinicIds) {}

    record Overruling(
            @NotNull @Pattern(regexp = ReasonCodes.HEALING_GAP, message = ReasonCodes.MESSAGE) String reasonCode,

            @Nullable @Size(max = 500) @Paragraphs String reason) {

        String words() {
            return reason == null ? reasonCode : reasonCode + ": " + reason;
        }
    }

    /** Either times for all sessions of the plan, or the wish that they be found. */
    record NewCourse(
            @NotNull ClientId clientId,
            @NotNull PlanId planId,
            @Nullable @Size(min = 1, max = 4) List<@NotNull @Valid SlotOfSession> sessions,
            @Nullable @Valid Propose propose,
            @Nullable @Valid Overruling override) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<CourseView> book(@Valid @RequestBody NewCourse wanted) {
        if ((wanted.sessions() == null) == (wanted.propose() == null)) {
            throw Refusal.input("sessions", "give either sessions or propose");
        }
        List<SlotRequest> wishes = wanted.sessions() == null
                ? proposed(wanted, wanted.propose())
                : wanted.sessions().stream()
                        .map(it -> it.wish(wanted.clientId()))
                        .toList();
        wishes.stream().map(SlotRequest::clinicId).distinct().forEach(it -> access.toBook(wanted.clientId(), it));
        Overruling override = wanted.override();
        if (override != null) {
            wishes.forEach(it -> access.caller().requireIn(it.clinicId(), Role.CLINIC_MANAGER));
        }
        Course booked = booking.book(
                wanted.planId(),
                wanted.clientId(),
                wishes,
                override == null ? null : override.words(),
                access.caller().subject());
        return Versioned.created(booked, views::of);
    }

    private List<SlotRequest> proposed(NewCourse wanted, @Nullable Propose propose) {
        if (propose == null) {
            throw Refusal.input("propose", "is needed, unless you give sessions");
        }
        List<ClinicId> wished = propose.clinicIds().stream().distinct().toList();
        wished.forEach(it -> access.toBook(wanted.clientId(), it));
        List<Clinic> clinics = wished.stream().map(booking::clinic).toList();
        List<String> codes = booking.plan(wanted.planId(), wanted.clientId()).sessions().stream()
                .map(PlannedSession::serviceCode)
                .toList();
        return proposing.propose(codes, clinics, propose.from(), wanted.clientId());
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<CourseView> get(@PathVariable CourseId id) {
        Course course = courses.require(id);
        toSee(course);
        return Versioned.ok(course, views::of);
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<CourseView> ofClient(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        Page<Course> page = Page.of(
                courses.of(clientId, Page.position(cursor, CourseId::new), most + 1),
                most,
                it -> it.id().value());
        return new Page<>(
                page.items().stream().filter(this::maySee).map(views::of).toList(), page.nextCursor());
    }

    private void toSee(Course course) {
        if (!maySee(course)) {
            throw Refusal.notFound();
        }
    }

    private boolean maySee(Course course) {
        return access.maySee(course.clientId(), course.clinicId())
                || course.sessions().stream().anyMatch(it -> access.maySee(course.clientId(), it.clinicId()));
    }
}
