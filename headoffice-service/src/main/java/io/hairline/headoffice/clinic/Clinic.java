package io.hairline.headoffice.clinic;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DeviceId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDetailsChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicHoursChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicMovePlanned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicNumbingChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReassigned;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicReopened;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicSetupCorrected;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A place where clients are treated.
 *
 * @param code unique for ever, such as {@code BER}
 * @param address absent until it is given, and in documents from before there were addresses
 * @param phone likewise
 * @param tenures to whom it has belonged and will, the oldest first; absent while it has never moved
 * @param closedFrom the first local day on which it is closed for good
 * @param devices that only one appointment can use at a time; absent while there has never been one
 * @param numbing whether it offers to numb the skin; absent until somebody says so: it does
 */
@Document("clinics")
@TypeAlias("clinic")
public record Clinic(
        @Id ClinicId id,
        long version,
        String code,
        String name,
        RegionId regionId,
        OwnerId ownerId,
        ClinicLocation place,
        WeeklyHours openingHours,
        List<ClosedDay> closedDays,
        List<Chair> chairs,
        @Nullable String address,
        @Nullable String phone,
        @Nullable List<Tenure> tenures,
        @Nullable LocalDate closedFrom,
        @Nullable List<Device> devices,
        @Nullable Boolean numbing)
        implements Aggregate {

    /** A region and an owner from a local day on. */
    public record Tenure(LocalDate from, RegionId regionId, OwnerId ownerId) {}

    /** A local day on which the clinic is closed. */
    public record ClosedDay(LocalDate date, String reasonCode) {}

    /** A chair, by the name that the clinic's people call it. */
    public record Chair(ChairId id, String name) {}

    /**
     * A device, by the name that the clinic's people call it.
     *
     * @param kind what services of the catalogue ask for, such as {@code DERMATOSCOPE}
     */
    public record Device(DeviceId id, String kind, String name) {}

    public Clinic {
        closedDays = List.copyOf(closedDays);
        chairs = List.copyOf(chairs);
        tenures = tenures == null ? null : List.copyOf(tenures);
        devices = devices == null ? null : List.copyOf(devices);
    }

    static Change<Clinic> open(
            ClinicId id,
            String code,
            ClinicDetails details,
            RegionId regionId,
            OwnerId ownerId,
            ClinicLocation place,
            WeeklyHours openingHours) {
        Jurisdictions.checked(place.jurisdiction());
        Clinic opened = new Clinic(
                id,
                1,
                code,
                details.name(),
                regionId,
                ownerId,
                place,
                openingHours,
                List.of(),
                List.of(),
                details.address(),
                details.phone(),
                null,
                null,
                null,
                null);
        return Change.to(
                opened,
                new ClinicOpened(
                        id,
                        code,
                        details.name(),
                        regionId,
                        ownerId,
                        place.jurisdiction(),
                        place.zone(),
                        place.currency(),
                        place.latitude(),
                        place.longitude(),
                        openingHours.hours(),
                        details.address(),
                        details.phone()));
    }

    ClinicDetails details() {
        return new ClinicDetails(name, address, phone, place.latitude(), place.longitude());
    }

    Change<Clinic> describe(ClinicDetails it) {
        if (it.equals(details())) {
            return Change.none(this);
        }
        Clinic next = new Clinic(
                id,
                version + 1,
                code,
                it.name(),
                regionId,
                ownerId,
                place.at(it.latitude(), it.longitude()),
                openingHours,
                closedDays,
                chairs,
                it.address(),
                it.phone(),
                tenures,
                closedFrom,
                devices,
                numbing);
        return Change.to(
                next, new ClinicDetailsChanged(id, it.name(), it.address(), it.phone(), it.latitude(), it.longitude()));
    }

    /** What was entered wrongly when it opened; whether that may still be corrected is asked before. */
    public Change<Clinic> correct(String rightCode, ClinicLocation right) {
        if (rightCode.equals(code) && right.equals(place)) {
            return Change.none(this);
        }
        Clinic next = new Clinic(
                id,
                version + 1,
                rightCode,
                name,
                regionId,
                ownerId,
                right,
                openingHours,
                closedDays,
                chairs,
                address,
                phone,
                tenures,
                closedFrom,
                devices,
                numbing);
        return Change.to(next, new ClinicSetupCorrected(id, rightCode, right.zone(), right.currency()));
    }

    /** To whom it belongs on each day, the oldest first; the first one has no beginning. */
    public List<Tenure> history() {
        return tenures == null ? List.of(new Tenure(LocalDate.EPOCH, regionId, ownerId)) : tenures;
    }

    /** To whom it belongs on a local day, by what is known and planned now. */
    public Tenure on(LocalDate day) {
        return history().stream()
                .filter(it -> !it.from().isAfter(day))
                .reduce((_, later) -> later)
                .orElseGet(() -> history().getFirst());
    }

    /** The parts of a month, or another span of days, in which it belonged to somebody. */
    public List<Tenure> during(LocalDate from, LocalDate until) {
        return history().stream()
                .filter(it -> it.equals(on(from))
                        || (it.from().isAfter(from) && !it.from().isAfter(until)))
                .toList();
    }

    /** Whether it is open for good on a day, by what is known now; single closed days don't matter. */
    public boolean isRunningOn(LocalDate day) {
        return closedFrom == null || day.isBefore(closedFrom);
    }

    /** From today on at once; from a later day on as a plan, which replaces those of that day and later ones. */
    Change<Clinic> reassign(RegionId region, OwnerId owner, LocalDate from, LocalDate today) {
        if (from.isBefore(today)) {
            throw Refusal.input("from", "must not be over: it is " + today + " there, and what was true stays");
        }
        Tenure next = new Tenure(from, region, owner);
        if (sameAs(next, on(from))
                && history().stream().noneMatch(it -> it.from().isAfter(from))) {
            return Change.none(this);
        }
        List<Tenure> kept = new ArrayList<>(
                history().stream().filter(it -> it.from().isBefore(from)).toList());
        if (kept.isEmpty() || !sameAs(next, kept.getLast())) {
            kept.add(next);
        }
        return from.isAfter(today)
                ? Change.to(belonging(regionId, ownerId, kept), new ClinicMovePlanned(id, region, owner, from))
                : Change.to(belonging(region, owner, kept), new ClinicReassigned(id, region, owner));
    }

    /** What was planned for today comes true. */
    Change<Clinic> applyDueMove(LocalDate today) {
        Tenure now = on(today);
        return now.regionId().equals(regionId) && now.ownerId().equals(ownerId)
                ? Change.none(this)
                : Change.to(
                        belonging(now.regionId(), now.ownerId(), history()),
                        new ClinicReassigned(id, now.regionId(), now.ownerId()));
    }

    private static boolean sameAs(Tenure one, Tenure other) {
        return one.regionId().equals(other.regionId()) && one.ownerId().equals(other.ownerId());
    }

    private Clinic belonging(RegionId region, OwnerId owner, List<Tenure> all) {
        return new Clinic(
                id,
                version + 1,
                code,
                name,
                region,
                owner,
                place,
                openingHours,
                closedDays,
                chairs,
                address,
                phone,
                all,
                closedFrom,
                devices,
                numbing);
    }

    /** Closes it for good from a day on that isn't over. */
    Change<Clinic> close(LocalDate from, String reasonCode, Instant now) {
        checkNotOver(from, now);
        return from.equals(closedFrom)
                ? Change.none(this)
                : Change.to(running(from), new ClinicClosed(id, from, reasonCode));
    }

    Change<Clinic> reopen() {
        return closedFrom == null ? Change.none(this) : Change.to(running(null), new ClinicReopened(id));
    }

    Change<Clinic> changeHours(WeeklyHours wanted) {
        return wanted.equals(openingHours)
                ? Change.none(this)
                : Change.to(next(wanted, closedDays, chairs), new ClinicHoursChanged(id, wanted.hours()));
    }

    Change<Clinic> closeOn(LocalDate date, String reasonCode, Instant now) {
        checkNotOver(date, now);
        if (isClosedOn(date)) {
            return Change.none(this);
        }
        return Change.to(
                next(openingHours, with(closedDays, new ClosedDay(date, reasonCode)), chairs),
                new ClinicDayClosed(id, date, reasonCode));
    }

    Change<Clinic> reopenOn(LocalDate date, Instant now) {
        checkNotOver(date, now);
        List<ClosedDay> left =
                closedDays.stream().filter(it -> !it.date().equals(date)).toList();
        return isClosedOn(date)
                ? Change.to(next(openingHours, left, chairs), new ClinicDayReopened(id, date))
                : Change.none(this);
    }

    private boolean isClosedOn(LocalDate date) {
        return closedDays.stream().anyMatch(it -> it.date().equals(date));
    }

    private void checkNotOver(LocalDate date, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, place.zoneId());
        if (date.isBefore(today)) {
            throw Refusal.rule("day-over", "That day is over in " + name + ": it is " + today + " there now.");
        }
    }

    Change<Clinic> offerNumbing(boolean offered) {
        return offered == offersNumbing()
                ? Change.none(this)
                : Change.to(
                        next(openingHours, closedDays, chairs, closedFrom, devices, offered),
                        new ClinicNumbingChanged(id, offered));
    }

    /** Whether the skin can be numbed there. */
    public boolean offersNumbing() {
        return !Boolean.FALSE.equals(numbing);
    }

    /** Its devices; none where there has never been one. */
    public List<Device> allDevices() {
        return devices == null ? List.of() : devices;
    }

    private Clinic running(@Nullable LocalDate until) {
        return next(openingHours, closedDays, chairs, until, devices, numbing);
    }

    /** Its next version, with other chairs; a command returns it with the event. */
    public Clinic withChairs(List<Chair> all) {
        return next(openingHours, closedDays, all);
    }

    /** Its next version, with other devices. */
    public Clinic withDevices(List<Device> all) {
        return next(openingHours, closedDays, chairs, closedFrom, all, numbing);
    }

    private Clinic next(WeeklyHours nextHours, List<ClosedDay> nextClosed, List<Chair> nextChairs) {
        return next(nextHours, nextClosed, nextChairs, closedFrom, devices, numbing);
    }

    private Clinic next(
            WeeklyHours nextHours,
            List<ClosedDay> nextClosed,
            List<Chair> nextChairs,
            @Nullable LocalDate until,
            @Nullable List<Device> nextDevices,
            @Nullable Boolean nextNumbing) {
        return new Clinic(
                id,
                version + 1,
                code,
                name,
                regionId,
                ownerId,
                place,
                nextHours,
                nextClosed,
                nextChairs,
                address,
                phone,
                tenures,
                until,
                nextDevices,
                nextNumbing);
    }

    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return all;
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
