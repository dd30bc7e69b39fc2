package io.hairline.booking.waitlist;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.availability.NearbyClinics;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.booking.waitlist.WaitlistEntry.SlotPreferences;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.PlanningDays;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import io.hairline.kit.web.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The waitlist, for clients and for the desks of the clinics that they wait for. */
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistController {

    private static final int MOST_CLINICS = 20;
    private static final double USUAL_KM = 50;

    private final WaitlistHandling handling;
    private final WaitlistEntries entries;
    private final NearbyClinics nearbyClinics;
    private final ReferenceData referenceData;
    private final AppointmentAccess access;
    private final WaitlistAccess reach;
    private final Clock clock;

    WaitlistController(
            WaitlistHandling handling,
            WaitlistEntries entries,
            NearbyClinics nearbyClinics,
            ReferenceData referenceData,
            AppointmentAccess access,
            WaitlistAccess reach,
            Clock clock) {
        this.handling = handling;
        this.entries = entries;
        this.nearbyClinics = nearbyClinics;
        this.referenceData = referenceData;
        this.access = access;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Either clinics, or a place and how far the client would travel from it.
     *
     * @param near latitude,longitude in degrees
     * @param from first local day
     * @param to last local day, included
     * @param days of the week; any if absent
     * @param earliest the earliest local start
     * @param latest the latest local start
     */
    record NewEntry(
            @NotNull ClientId clientId,
            @NotBlank @Size(max = 40) String serviceCode,
            @Nullable @Size(min = 1, max = MOST_CLINICS) List<@NotNull ClinicId> clinicIds,
            @Nullable @Size(max = 40) String near,
            @Nullable @Positive @DecimalMax("1000") Double radiusKm,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = 7) List<@NotNull DayOfWeek> days,
            @Nullable LocalTime earliest,
            @Nullable LocalTime latest) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<WaitlistView> join(@Valid @RequestBody NewEntry wanted) {
        List<ClinicId> clinics = clinics(wanted);
        reach.toJoin(wanted.clientId(), clinics);
        requireKnown(clinics);
        PlanningDays.checked("from", wanted.from());
        PlanningDays.checked("to", wanted.to());
        SlotPreferences preferences = new SlotPreferences(
                wanted.serviceCode(),
                clinics,
                wanted.from(),
                wanted.to(),
                wanted.days() == null
                        ? List.of()
                        : wanted.days().stream().distinct().sorted().toList(),
                wanted.earliest(),
                wanted.latest());
        WaitlistEntry joined = handling.join(
                new WaitlistEntryId(Ids.next(WaitlistEntryId.PREFIX)),
                wanted.clientId(),
                preferences,
                access.caller().subject());
        return Versioned.created(joined, this::view);
    }

    private List<ClinicId> clinics(NewEntry wanted) {
        String near = wanted.near();
        if ((wanted.clinicIds() == null) == (near == null)) {
            throw Refusal.input("clinicIds", "give either clinicIds, or near with radiusKm");
        }
        List<ClinicId> ids = near == null
                ? Objects.requireNonNull(wanted.clinicIds()).stream().distinct().toList()
                : nearbyClinics
                        .find(
                                NearbyClinics.place("near", near),
                                Objects.requireNonNullElse(wanted.radiusKm(), USUAL_KM),
                                MOST_CLINICS)
                        .stream()
                        .map(Clinic::id)
                        .toList();
        if (ids.isEmpty()) {
            throw Refusal.input("radiusKm", "reaches no clinic; take a larger one");
        }
        return ids;
    }

    /** After the caller's reach: nobody learns from the answer whether a clinic elsewhere exists. */
    private void requireKnown(List<ClinicId> clinics) {
        if (clinics.stream().anyMatch(it -> referenceData.clinic(it).isEmpty())) {
            throw Refusal.input("clinicIds", "names a clinic that isn't of the brand; GET /api/v1/clinics lists them");
        }
    }

    /** A clinic's queue, those first who wait longest; or all that a client has waited for, newest first. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<WaitlistView> list(
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        WaitlistEntryId position = Page.position(cursor, WaitlistEntryId::new);
        if ((clinicId == null) == (clientId == null)) {
            throw Refusal.input("clinicId", "give either clinicId or clientId");
        }
        List<WaitlistEntry> found;
        if (clinicId == null) {
            ClientId client = Objects.requireNonNull(clientId);
            reach.toSeeOf(client);
            found = entries.of(client, position, most + 1).stream()
                    .filter(reach::maySee)
                    .toList();
        } else {
            access.toSeeDiaryOf(clinicId);
            found = entries.waitingFor(clinicId, position, most + 1);
        }
        return Page.of(found, most, it -> it.id().value()).map(this::view);
    }

    @GetMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<WaitlistView> get(@PathVariable WaitlistEntryId id) {
        WaitlistEntry entry = entries.require(id);
        if (!reach.maySee(entry)) {
            throw Refusal.notFound();
        }
        return Versioned.ok(entry, this::view);
    }

    /** The client waits no longer; a repeat changes nothing. */
    @DeleteMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    ResponseEntity<WaitlistView> leave(@PathVariable WaitlistEntryId id) {
        return Versioned.ok(handling.leave(id, reach::toChange), this::view);
    }

    private WaitlistView view(WaitlistEntry it) {
        return WaitlistView.of(it, clock.instant());
    }
}
