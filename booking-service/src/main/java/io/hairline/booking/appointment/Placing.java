package io.hairline.booking.appointment;

import io.hairline.booking.diary.Cells;
import io.hairline.booking.diary.Diary;
import io.hairline.booking.diary.Need;
import io.hairline.booking.diary.Occupied;
import io.hairline.booking.diary.OpenTimes;
import io.hairline.booking.diary.Window;
import io.hairline.booking.network.Clinic;
import io.hairline.booking.network.Network;
import io.hairline.booking.network.Practitioner;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.booking.Booked;
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
import org.springframework.stereotype.Component;

/** Finds the place in the diary that a wish means, or says why there is none. */
@Component
class Placing {

    private final Network network;
    private final Diary diary;
    private final Alternatives alternatives;
    private final Clock clock;

    Placing(Network network, Diary diary, Alternatives alternatives, Clock clock) {
        this.network = network;
        this.diary = diary;
        this.alternatives = alternatives;
        this.clock = clock;
    }

    /** Empty if somebody else has it; refused if nobody could. */
    Optional<Appointment.Place> find(Wish wish) {
        return find(wish, true);
    }

    /**
     * Like {@link #find}, but whoever names her chair has nothing to choose: for her nobody looks into the diary, and the
     * transaction that takes the place learns whether it was free.
     */
    Optional<Appointment.Place> findUnseen(Wish wish) {
        return find(wish, wish.chairId() == null);
    }

    private Optional<Appointment.Place> find(Wish wish, boolean look) {
        Need need = Need.of(network.offer(wish.serviceCode()));
        Clinic clinic = network.clinic(wish.clinicId())
                .orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"));
        Practitioner practitioner = network.practitioner(wish.practitionerId())
                .orElseThrow(() -> Refusal.input("practitionerId", "is not a practitioner of the brand"));
        if (wish.chairId() != null && !clinic.chairs().contains(wish.chairId())) {
            throw Refusal.input("chairId", "is not a chair of this clinic");
        }
        checkTime(wish);
        LocalDate day = checkPromise(wish, clinic);
        checkPractitioner(wish, clinic, practitioner, day);
        OpenTimes times = openTimes(clinic, need, day, look ? inTheWay(wish, clinic, need) : List.of());
        long cell = Cells.of(wish.startsAt());
        checkHours(times, practitioner, clinic, cell);
        Optional<ChairId> chair = times.chairAt(cell, wish.practitionerId(), wish.chairId());
        if (chair.isEmpty() || !times.startsWith(practitioner).has(cell)) {
            return Optional.empty();
        }
        return Optional.of(new Appointment.Place(booked(wish, clinic, chair.get(), need), need));
    }

    private void checkTime(Wish wish) {
        BookingPolicy policy = network.policy();
        Instant now = clock.instant();
        if (!Cells.onGrid(wish.startsAt())) {
            throw Refusal.input("startsAt", "must lie on a quarter of an hour");
        }
        if (wish.startsAt().isBefore(now.plus(Duration.ofMinutes(policy.leadTimeMinutes())))) {
            throw Refusal.rule(
                    "too-late",
                    "A slot can be booked until " + policy.leadTimeMinutes() + " minutes before it starts.");
        }
        if (wish.startsAt().isAfter(now.plus(Duration.ofDays(policy.horizonDays())))) {
            throw Refusal.rule("too-far-ahead", "The diary is open for the next " + policy.horizonDays() + " days.");
        }
    }

    /** The wall time is the promise, so it must name this instant and no other. */
    private static LocalDate checkPromise(Wish wish, Clinic clinic) {
        LocalDateTime promise = wish.startsAt().atZone(clinic.zoneId()).toLocalDateTime();
        if (!promise.atZone(clinic.zoneId()).toInstant().equals(wish.startsAt())) {
            throw Refusal.input("startsAt", "lies in the hour that the clocks there repeat; take its first run");
        }
        return promise.toLocalDate();
    }

    private static void checkPractitioner(Wish wish, Clinic clinic, Practitioner practitioner, LocalDate day) {
        if (!practitioner.isTrainedFor(wish.serviceCode())) {
            throw Refusal.rule(
                    "practitioner-not-trained", "This practitioner doesn't offer " + wish.serviceCode() + ".");
        }
        if (!practitioner.isLicensed(clinic.jurisdiction(), day)) {
            throw Refusal.rule(
                    "practitioner-not-licensed",
                    "On " + day + " this practitioner holds no licence for " + clinic.jurisdiction() + ".");
        }
    }

    private static void checkHours(OpenTimes times, Practitioner practitioner, Clinic clinic, long cell) {
        if (!times.isOpen(cell)) {
            throw Refusal.rule(
                    "outside-opening-hours",
                    clinic.name() + " isn't open for all of that time (" + clinic.zone() + ").");
        }
        if (!times.isWorking(practitioner, cell)) {
            throw Refusal.rule("practitioner-not-working", "This practitioner isn't there for all of that time.");
        }
    }

    private List<Occupied> inTheWay(Wish wish, Clinic clinic, Need need) {
        Appointment moving = wish.moving();
        List<Occupied> taken = diary.inTheWayOf(claims(wish, clinic, need), moving == null ? null : moving.id());
        checkClient(wish, need, taken);
        return taken;
    }

    private static OpenTimes openTimes(Clinic clinic, Need need, LocalDate day, List<Occupied> taken) {
        return new OpenTimes(
                clinic, need, new Window(day, day, clinic.zoneId()), taken, null, Instant.EPOCH, Instant.MAX);
    }

    /** All that it would take in any of the chairs that would do. */
    private static Set<String> claims(Wish wish, Clinic clinic, Need need) {
        ChairId wanted = wish.chairId();
        Collection<ChairId> chairs = wanted == null ? clinic.chairs() : List.of(wanted);
        Set<String> claims = new HashSet<>();
        chairs.forEach(
                it -> claims.addAll(Occupied.by(need, it, wish.practitionerId(), wish.clientId(), wish.startsAt())
                        .claims()));
        return claims;
    }

    private static void checkClient(Wish wish, Need need, List<Occupied> taken) {
        Instant endsAt = wish.startsAt().plus(Duration.ofMinutes(need.minutes()));
        if (wish.clientId() != null
                && taken.stream()
                        .anyMatch(it -> wish.clientId().equals(it.clientId())
                                && it.startsAt().isBefore(endsAt)
                                && it.endsAt().isAfter(wish.startsAt()))) {
            throw clientBusy();
        }
    }

    static Refusal clientBusy() {
        return Refusal.state(
                "client-busy", "She has another appointment at that time. Move that one or take another time.");
    }

    /** Somebody else has it: the nearest that are free go with the answer. */
    Refusal taken(Wish wish) {
        return Refusal.state("slot-taken", "That time has just gone. These are the nearest ones that are free.")
                .with("alternatives", alternatives.to(wish));
    }

    private static Booked booked(Wish wish, Clinic clinic, ChairId chair, Need need) {
        return new Booked(
                clinic.id(),
                wish.practitionerId(),
                chair,
                wish.serviceCode(),
                wish.startsAt(),
                wish.startsAt().plus(Duration.ofMinutes(need.minutes())),
                wish.startsAt().atZone(clinic.zoneId()).toLocalDateTime(),
                clinic.zone());
    }
}
