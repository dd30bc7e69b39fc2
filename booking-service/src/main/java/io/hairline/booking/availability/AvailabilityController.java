package io.hairline.booking.availability;

import io.hairline.booking.client.Clients;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RegionId;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.geo.GeoJsonPoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityController {

    private static final int MOST_CLINICS = 20;

    private final SlotPages slotPages;
    private final ReferenceData referenceData;
    private final NearbyClinics nearbyClinics;
    private final Clients clients;
    private final MovableAppointments movableAppointments;
    private final Callers callers;

    AvailabilityController(
            SlotPages slotPages,
            ReferenceData referenceData,
            NearbyClinics nearbyClinics,
            Clients clients,
            MovableAppointments movableAppointments,
            Callers callers) {
        this.slotPages = slotPages;
        this.referenceData = referenceData;
        this.nearbyClinics = nearbyClinics;
        this.clients = clients;
        this.movableAppointments = movableAppointments;
        this.callers = callers;
    }

    /**
     * Free times, the earliest first.
     *
     * @param moving an appointment that is to be moved: its own time isn't in the way
     */
    @GetMapping
    Page<Slot> find(
            @RequestParam String serviceCode,
            @RequestParam(required = false) @Nullable List<ClinicId> clinicId,
            @RequestParam(required = false) @Nullable RegionId regionId,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(defaultValue = "50") double radiusKm,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable PractitionerId practitionerId,
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable AppointmentId moving,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        checkClient(clientId);
        if (moving != null) {
            movableAppointments.requireMovable(moving);
        }
        return slotPages.find(
                () -> {
                    GeoJsonPoint place = near == null ? null : NearbyClinics.place("near", near);
                    List<Clinic> clinics = clinics(clinicId, regionId, place, radiusKm);
                    return new AvailabilitySearch(
                            clinics, serviceCode, from, to, practitionerId, clientId, place, moving);
                },
                limit,
                cursor);
    }

    /** A client's busy times and practitioners show in the answer, so only the client and staff may name one. */
    private void checkClient(@Nullable ClientId client) {
        if (client != null) {
            Caller caller = callers.current();
            boolean own = clients.require(client).isMadeOrIs(caller);
            if (!caller.isStaff() && !own) {
                throw Refusal.notFound();
            }
        }
    }

    private List<Clinic> clinics(
            @Nullable List<ClinicId> clinicIds,
            @Nullable RegionId region,
            @Nullable GeoJsonPoint near,
            double radiusKm) {
        long given = Stream.of(clinicIds, region, near).filter(Objects::nonNull).count();
        if (given != 1) {
            throw Refusal.input("clinicId", "give one of clinicId, regionId and near");
        }
        if (near != null) {
            return nearbyClinics.find(near, radiusKm, MOST_CLINICS);
        }
        if (region != null) {
            return referenceData.clinicsIn(region, MOST_CLINICS);
        }
        List<ClinicId> ids = Objects.requireNonNull(clinicIds);
        if (ids.isEmpty() || ids.size() > MOST_CLINICS) {
            throw Refusal.input("clinicId", "give 1 to " + MOST_CLINICS + " clinics");
        }
        List<Clinic> clinics = referenceData.clinics(ids);
        if (clinics.size() < ids.stream().distinct().count()) {
            throw Refusal.input("clinicId", "is not a clinic of the brand; GET /api/v1/clinics lists them");
        }
        return clinics;
    }
}
