package io.hairline.booking.allocation;

import io.hairline.booking.diary.AvailabilityEngine;
import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.DiaryWindow;
import io.hairline.booking.diary.GuestDays;
import io.hairline.booking.diary.LeadTime;
import io.hairline.booking.diary.Occupancy;
import io.hairline.booking.diary.ServiceNeed;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.PlanOverride;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the place in the diary that a request means, or says why there is none. */
@Component
public class SlotAllocation {

    private final ReferenceData referenceData;
    private final Diary diary;
    private final Alternatives alternatives;
    private final GuestDays guestDays;
    private final Clock clock;

    SlotAllocation(
            ReferenceData referenceData, Diary diary, Alternatives alternatives, GuestDays guestDays, Clock clock) {
        this.referenceData = referenceData;
        this.diary = diary;
        this.alternatives = alternatives;
        this.guestDays = guestDays;
        this.clock = clock;
    }

    /** Empty if another appointment has it; refused if the clinic's or the practitioner's plans exclude it. */
    public Optional<AllocatedSlot> find(SlotRequest request) {
        ServiceNeed need = ServiceNeed.of(referenceData.offer(request.serviceCode()));
        Clinic clinic = referenceData
                .clinic(request.clinicId())
                .orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"));
        Practitioner known = referenceData
                .practitioner(request.practitionerId())
                .orElseThrow(() -> Refusal.input("practitionerId", "is not a practitioner of the brand"));
        if (request.chairId() != null && !clinic.chairs().contains(request.chairId())) {
            throw Refusal.input("chairId", "is not a chair of this clinic");
        }
        List<DeviceId> devices = devices(clinic, need);
        checkTime(request, clinic);
        LocalDate day = checkPromise(request, clinic);
        Practitioner practitioner = guestDays.within(known, clinic, day, day, request.moving());
        checkPractitioner(request, clinic, known, day);
        checkGuest(clinic, practitioner, day);
        AvailabilityEngine times = openTimes(
                clinic,
                need,
                day,
                inTheWay(request, clinic, need, devices),
                request.relaxes(PlanOverride.OPENING_HOURS));
        long cell = Cells.of(request.startsAt());
        checkHours(times, practitioner, clinic, cell);
        Optional<ChairId> chair = times.chairAt(cell, request.practitionerId(), request.chairId());
        if (chair.isEmpty() || !times.startsWith(practitioner).has(cell)) {
            return Optional.empty();
        }
        DeviceId device = times.deviceAt(cell, request.practitionerId()).orElse(null);
        return Optional.of(
                new AllocatedSlot(booked(request, clinic, chair.get(), device, need), need, request.override()));
    }

    /** Those that would do; none if the service needs none. */
    private static List<DeviceId> devices(Clinic clinic, ServiceNeed need) {
        if (need.deviceKind() == null) {
            return List.of();
        }
        List<DeviceId> devices = clinic.devicesOf(need.deviceKind());
        if (devices.isEmpty()) {
            throw Refusal.rule(
                    "device-missing",
                    clinic.name() + " has no " + need.deviceKind()
                            + ", which this service needs. Choose another clinic, or let head office enter the device.");
        }
        return devices;
    }

    private void checkTime(SlotRequest request, Clinic clinic) {
        BookingPolicy policy = referenceData.policy(request.clinicId());
        Instant now = clock.instant();
        if (!Cells.onGrid(request.startsAt())) {
            throw Refusal.input("startsAt", "must lie on a quarter of an hour");
        }
        LeadTime lead = request.relaxes(PlanOverride.LEAD_TIME) ? LeadTime.NONE : LeadTime.of(policy, clinic);
        if (request.startsAt().isBefore(lead.earliestStart(now))) {
            throw Refusal.rule("too-late", "A slot can be booked until " + lead.words() + " before it starts.");
        }
        if (request.startsAt().isAfter(now.plus(Duration.ofDays(policy.horizonDays())))) {
            throw Refusal.rule("too-far-ahead", "The diary is open for the next " + policy.horizonDays() + " days.");
        }
    }

    /** The wall time is the promise, so it must name this instant and no other. */
    private static LocalDate checkPromise(SlotRequest request, Clinic clinic) {
        LocalDateTime promise = request.startsAt().atZone(clinic.zoneId()).toLocalDateTime();
        if (!promise.atZone(clinic.zoneId()).toInstant().equals(request.startsAt())) {
            throw Refusal.input("startsAt", "lies in the hour that the clocks there repeat; take its first run");
        }
        return promise.toLocalDate();
    }

    private static void checkPractitioner(
            SlotRequest request, Clinic clinic, Practitioner practitioner, LocalDate day) {
        if (!practitioner.isTrainedFor(request.serviceCode())) {
            throw Refusal.rule(
                    "practitioner-not-trained", "This practitioner doesn't offer " + request.serviceCode() + ".");
        }
        if (!practitioner.isLicensed(clinic.jurisdiction(), day)) {
            throw Refusal.rule(
                    "practitioner-not-licensed",
                    "On " + day + " this practitioner holds no licence for " + clinic.jurisdiction() + ".");
        }
    }

    private static void checkGuest(Clinic clinic, Practitioner practitioner, LocalDate day) {
        if (!practitioner.isLicensed(clinic.jurisdiction(), day)) {
            throw Refusal.rule(
                    "guest-days-used",
                    "This practitioner is a guest in " + clinic.jurisdiction() + " and has no day left for " + day
                            + ".");
        }
    }

    private static void checkHours(AvailabilityEngine times, Practitioner practitioner, Clinic clinic, long cell) {
        if (!times.isOpen(cell)) {
            throw Refusal.rule(
                    "outside-opening-hours",
                    clinic.name() + " isn't open for all of that time (" + clinic.zone() + ").");
        }
        if (!times.isWorking(practitioner, cell)) {
            throw Refusal.rule("practitioner-not-working", "This practitioner isn't there for all of that time.");
        }
    }

    private List<Occupancy> inTheWay(SlotRequest request, Clinic clinic, ServiceNeed need, List<DeviceId> devices) {
        List<Occupancy> taken = diary.inTheWayOf(claims(request, clinic, need, devices), request.moving());
        checkClient(request, need, taken);
        return taken;
    }

    private static AvailabilityEngine openTimes(
            Clinic clinic, ServiceNeed need, LocalDate day, List<Occupancy> taken, boolean anyHour) {
        DiaryWindow window = new DiaryWindow(day, day, clinic.zoneId());
        return anyHour
                ? AvailabilityEngine.atAnyHour(clinic, need, window, taken)
                : new AvailabilityEngine(clinic, need, window, taken, null, Instant.EPOCH, Instant.MAX);
    }

    /** All that it would take in any of the chairs and with any of the devices that would do. */
    private static Set<String> claims(SlotRequest request, Clinic clinic, ServiceNeed need, List<DeviceId> devices) {
        ChairId wanted = request.chairId();
        Collection<ChairId> chairs = wanted == null ? clinic.chairs() : List.of(wanted);
        Set<String> claims = new HashSet<>();
        chairs.forEach(it -> claims.addAll(claims(request, need, it, null)));
        chairs.stream()
                .findFirst()
                .ifPresent(any -> devices.forEach(it -> claims.addAll(claims(request, need, any, it))));
        return claims;
    }

    private static List<String> claims(
            SlotRequest request, ServiceNeed need, ChairId chair, @Nullable DeviceId device) {
        return Occupancy.by(need, chair, device, request.practitionerId(), request.clientId(), request.startsAt())
                .claims();
    }

    private static void checkClient(SlotRequest request, ServiceNeed need, List<Occupancy> taken) {
        Instant endsAt = request.startsAt().plus(Duration.ofMinutes(need.minutes()));
        if (request.clientId() != null
                && taken.stream()
                        .anyMatch(it -> request.clientId().equals(it.clientId())
                                && it.startsAt().isBefore(endsAt)
                                && it.endsAt().isAfter(request.startsAt()))) {
            throw clientBusy();
        }
    }

    public static Refusal clientBusy() {
        return Refusal.state(
                "client-busy", "The client has another appointment at that time. Move that one or take another time.");
    }

    /** The refusal for a slot that another appointment has, with the nearest free ones. */
    public Refusal taken(SlotRequest request) {
        return Refusal.state("slot-taken", "That time has just gone. These are the nearest ones that are free.")
                .with("alternatives", alternatives.to(request));
    }

    private static AppointmentSlot booked(
            SlotRequest request, Clinic clinic, ChairId chair, @Nullable DeviceId device, ServiceNeed need) {
        return new AppointmentSlot(
                clinic.id(),
                request.practitionerId(),
                chair,
                request.serviceCode(),
                request.startsAt(),
                request.startsAt().plus(Duration.ofMinutes(need.minutes())),
                request.startsAt().atZone(clinic.zoneId()).toLocalDateTime(),
                clinic.zone(),
                device);
    }
}
