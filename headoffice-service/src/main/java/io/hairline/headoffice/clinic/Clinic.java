package io.hairline.headoffice.clinic;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicHoursChanged;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicOpened;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A house where clients are treated.
 *
 * @param code short and unique, such as {@code BER}
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
        List<Chair> chairs)
        implements Aggregate {

    /** A local day on which it stays shut. */
    public record ClosedDay(LocalDate date, String reasonCode) {}

    /** A chair, by the name that stands on its door. */
    public record Chair(ChairId id, String name) {}

    public Clinic {
        closedDays = List.copyOf(closedDays);
        chairs = List.copyOf(chairs);
    }

    static Change<Clinic> open(
            ClinicId id,
            String code,
            String name,
            RegionId regionId,
            OwnerId ownerId,
            ClinicLocation place,
            WeeklyHours openingHours) {
        return Change.to(
                new Clinic(id, 1, code, name, regionId, ownerId, place, openingHours, List.of(), List.of()),
                new ClinicOpened(
                        id,
                        code,
                        name,
                        regionId,
                        ownerId,
                        place.jurisdiction(),
                        place.zone(),
                        place.currency(),
                        place.latitude(),
                        place.longitude(),
                        openingHours.hours()));
    }

    Change<Clinic> changeHours(WeeklyHours wanted) {
        return wanted.equals(openingHours)
                ? Change.none(this)
                : Change.to(next(wanted, closedDays, chairs), new ClinicHoursChanged(id, wanted.hours()));
    }

    Change<Clinic> closeOn(LocalDate date, String reasonCode, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, place.zoneId());
        if (date.isBefore(today)) {
            throw Refusal.rule("day-over", "That day is over in " + name + ": it is " + today + " there now.");
        }
        if (closedDays.stream().anyMatch(it -> it.date().equals(date))) {
            return Change.none(this);
        }
        return Change.to(
                next(openingHours, with(closedDays, new ClosedDay(date, reasonCode)), chairs),
                new ClinicDayClosed(id, date, reasonCode));
    }

    Change<Clinic> install(ChairId chairId, String chairName) {
        if (chairs.stream().anyMatch(it -> it.name().equalsIgnoreCase(chairName))) {
            throw Refusal.state("chair-name-taken", "There is a chair " + chairName + " already. Name it otherwise.");
        }
        return Change.to(
                next(openingHours, closedDays, with(chairs, new Chair(chairId, chairName))),
                new ChairInstalled(id, chairId, chairName));
    }

    Change<Clinic> remove(ChairId chairId) {
        List<Chair> left =
                chairs.stream().filter(it -> !it.id().equals(chairId)).toList();
        if (left.size() == chairs.size()) {
            throw Refusal.notFound();
        }
        return Change.to(next(openingHours, closedDays, left), new ChairRemoved(id, chairId));
    }

    private Clinic next(WeeklyHours nextHours, List<ClosedDay> nextClosed, List<Chair> nextChairs) {
        return new Clinic(id, version + 1, code, name, regionId, ownerId, place, nextHours, nextClosed, nextChairs);
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
