package io.hairline.headoffice.clinic;

import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.OwnerId;
import io.hairline.contracts.RegionId;
import io.hairline.headoffice.owner.OwnerManagement;
import io.hairline.headoffice.region.RegionManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How clinics come to the brand, and what changes in them; {@code ifMatch} is the version a caller has seen. */
@Service
public class ClinicManagement {

    private final EventLog eventLog;
    private final Clinics clinics;
    private final RegionManagement regions;
    private final OwnerManagement owners;
    private final Clock clock;

    ClinicManagement(
            EventLog eventLog, Clinics clinics, RegionManagement regions, OwnerManagement owners, Clock clock) {
        this.eventLog = eventLog;
        this.clinics = clinics;
        this.regions = regions;
        this.owners = owners;
        this.clock = clock;
    }

    /** What a new clinic is. */
    public record Opening(
            String code,
            String name,
            RegionId regionId,
            OwnerId ownerId,
            ClinicLocation place,
            WeeklyHours openingHours) {}

    public Clinic open(ClinicId id, Opening it) {
        if (!regions.exists(it.regionId())) {
            throw Refusal.input("regionId", "is no region of the brand");
        }
        if (!owners.exists(it.ownerId())) {
            throw Refusal.input("ownerId", "is no owner of the brand");
        }
        try {
            return eventLog.record(
                    Clinic.class,
                    () -> Clinic.open(
                            id, it.code(), it.name(), it.regionId(), it.ownerId(), it.place(), it.openingHours()));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "There is a clinic " + it.code() + " already. Choose another code.");
        }
    }

    public Clinic changeHours(ClinicId id, @Nullable String ifMatch, WeeklyHours openingHours) {
        return change(id, ifMatch, it -> it.changeHours(openingHours));
    }

    public Clinic closeOn(ClinicId id, @Nullable String ifMatch, LocalDate date, String reasonCode) {
        return change(id, ifMatch, it -> it.closeOn(date, reasonCode, clock.instant()));
    }

    public Clinic install(ClinicId id, @Nullable String ifMatch, ChairId chairId, String name) {
        return change(id, ifMatch, it -> it.install(chairId, name));
    }

    public Clinic remove(ClinicId id, @Nullable String ifMatch, ChairId chairId) {
        return change(id, ifMatch, it -> it.remove(chairId));
    }

    private Clinic change(ClinicId id, @Nullable String ifMatch, Function<Clinic, Change<Clinic>> command) {
        return eventLog.record(Clinic.class, () -> {
            Clinic clinic = clinics.require(id);
            Preconditions.check(ifMatch, clinic);
            return command.apply(clinic);
        });
    }
}
