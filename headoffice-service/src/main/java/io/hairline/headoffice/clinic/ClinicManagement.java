package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.headoffice.network.NetworkManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import io.hairline.kit.work.DueWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How clinics come to the brand, and what changes in them; {@code ifMatch} is the version that the caller has seen. */
@Service
public class ClinicManagement {

    private final EventLog eventLog;
    private final Clinics clinics;
    private final NetworkManagement network;
    private final DueWork dueWork;
    private final Clock clock;

    ClinicManagement(EventLog eventLog, Clinics clinics, NetworkManagement network, DueWork dueWork, Clock clock) {
        this.eventLog = eventLog;
        this.clinics = clinics;
        this.network = network;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** A new clinic. */
    public record Opening(
            String code,
            ClinicDetails details,
            RegionId regionId,
            OwnerId ownerId,
            ClinicLocation place,
            WeeklyHours openingHours) {}

    public Clinic open(ClinicId id, Opening it) {
        network.checkKnown(it.regionId(), it.ownerId());
        try {
            return eventLog.record(
                    Clinic.class,
                    () -> Clinic.open(
                            id, it.code(), it.details(), it.regionId(), it.ownerId(), it.place(), it.openingHours()));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "There is a clinic " + it.code() + " already. Choose another code.");
        }
    }

    public Clinic describe(ClinicId id, @Nullable String ifMatch, ClinicDetails details) {
        return change(id, ifMatch, it -> it.describe(details));
    }

    /**
     * Gives a clinic to another region or owner.
     *
     * @param from its first local day there; today if absent
     */
    public Clinic reassign(
            ClinicId id, @Nullable String ifMatch, RegionId regionId, OwnerId ownerId, @Nullable LocalDate from) {
        network.checkKnown(regionId, ownerId);
        return change(id, ifMatch, it -> {
            LocalDate today = today(it);
            LocalDate day = from == null ? today : from;
            if (day.isAfter(today)) {
                dueWork.at(day.atStartOfDay(it.place().zoneId()).toInstant(), ClinicMoveWork.KIND, id.value());
            }
            return it.reassign(regionId, ownerId, day, today);
        });
    }

    /** What was planned for today comes true. */
    void applyDueMove(ClinicId id) {
        change(id, null, it -> it.applyDueMove(today(it)));
    }

    private LocalDate today(Clinic it) {
        return LocalDate.ofInstant(clock.instant(), it.place().zoneId());
    }

    public Clinic close(ClinicId id, @Nullable String ifMatch, LocalDate from, String reasonCode) {
        return change(id, ifMatch, it -> it.close(from, reasonCode, clock.instant()));
    }

    public Clinic reopen(ClinicId id, @Nullable String ifMatch) {
        return change(id, ifMatch, Clinic::reopen);
    }

    public Clinic changeHours(ClinicId id, @Nullable String ifMatch, WeeklyHours openingHours) {
        return change(id, ifMatch, it -> it.changeHours(openingHours));
    }

    public Clinic offerNumbing(ClinicId id, @Nullable String ifMatch, boolean offered) {
        return change(id, ifMatch, it -> it.offerNumbing(offered));
    }

    public Clinic closeOn(ClinicId id, @Nullable String ifMatch, LocalDate date, String reasonCode) {
        return change(id, ifMatch, it -> it.closeOn(date, reasonCode, clock.instant()));
    }

    public Clinic reopenOn(ClinicId id, @Nullable String ifMatch, LocalDate date) {
        return change(id, ifMatch, it -> it.reopenOn(date, clock.instant()));
    }

    /** Runs a command on a clinic as it is now. */
    public Clinic change(ClinicId id, @Nullable String ifMatch, Function<Clinic, Change<Clinic>> command) {
        return eventLog.record(Clinic.class, () -> {
            Clinic clinic = clinics.require(id);
            Preconditions.check(ifMatch, clinic);
            return command.apply(clinic);
        });
    }
}
