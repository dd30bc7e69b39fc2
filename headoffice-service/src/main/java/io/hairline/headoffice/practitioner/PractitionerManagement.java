package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.catalogue.CatalogueManagement;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.hours.WeeklyHours;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who treats, what, where and when; {@code ifMatch} is the version that the caller has seen. */
@Service
public class PractitionerManagement {

    private final EventLog eventLog;
    private final Practitioners practitioners;
    private final FormerRotas formerRotas;
    private final ClinicDirectory clinics;
    private final CatalogueManagement catalogue;
    private final Clock clock;

    PractitionerManagement(
            EventLog eventLog,
            Practitioners practitioners,
            FormerRotas formerRotas,
            ClinicDirectory clinics,
            CatalogueManagement catalogue,
            Clock clock) {
        this.eventLog = eventLog;
        this.practitioners = practitioners;
        this.formerRotas = formerRotas;
        this.clinics = clinics;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Practitioner join(PractitionerId id, String displayName, List<String> serviceCodes) {
        checkKnown(serviceCodes);
        return eventLog.record(Practitioner.class, () -> Practitioner.join(id, displayName, serviceCodes));
    }

    public Practitioner changeSkills(PractitionerId id, @Nullable String ifMatch, List<String> serviceCodes) {
        checkKnown(serviceCodes);
        return change(id, ifMatch, it -> it.changeSkills(serviceCodes));
    }

    public Practitioner rename(PractitionerId id, @Nullable String ifMatch, String displayName) {
        return change(id, ifMatch, it -> it.rename(displayName));
    }

    public Practitioner request(PractitionerId id, @Nullable String ifMatch, ClinicId clinicId, PlanningScope scope) {
        String zone = zoneOf(clinicId);
        return change(id, ifMatch, it -> it.request(clinicId, zone, scope));
    }

    public Practitioner accept(PractitionerId id, @Nullable String ifMatch, ClinicId clinicId, PlanningScope scope) {
        String zone = clinics.find(clinicId).map(it -> it.place().zone()).orElseThrow(Refusal::notFound);
        return change(id, ifMatch, it -> it.accept(clinicId, zone, scope));
    }

    public Practitioner decline(PractitionerId id, @Nullable String ifMatch, ClinicId clinicId, PlanningScope scope) {
        return change(id, ifMatch, it -> it.decline(clinicId, scope));
    }

    public Practitioner end(PractitionerId id, @Nullable String ifMatch, ClinicId clinicId) {
        return change(id, ifMatch, it -> it.end(clinicId));
    }

    public Practitioner work(
            PractitionerId id, @Nullable String ifMatch, ClinicId clinicId, WeeklyHours shifts, PlanningScope scope) {
        Rota rota = new Rota(clinicId, zoneOf(clinicId), shifts);
        return change(id, ifMatch, it -> it.work(rota, scope));
    }

    /**
     * Days of absence.
     *
     * @param clinicId where; absent for every clinic that the caller plans for
     */
    public record Days(
            LocalDate from,
            LocalDate until,
            String reasonCode,
            @Nullable ClinicId clinicId) {

        private Absence of(Practitioner practitioner, PlanningScope scope) {
            return new Absence(from, until, reasonCode, practitioner.absentFrom(clinicId, scope));
        }
    }

    public Practitioner leave(PractitionerId id, @Nullable String ifMatch, Days days, PlanningScope scope) {
        return change(id, ifMatch, it -> it.leave(days.of(it, scope), clock.instant()));
    }

    public Practitioner withdraw(PractitionerId id, @Nullable String ifMatch, Days days, PlanningScope scope) {
        return change(id, ifMatch, it -> it.withdraw(days.of(it, scope), clock.instant()));
    }

    private String zoneOf(ClinicId clinic) {
        return clinics.find(clinic)
                .map(it -> it.place().zone())
                .orElseThrow(() -> Refusal.input("clinicId", "is no clinic of the brand"));
    }

    /** What a practitioner is called in the diary. */
    public Optional<String> name(PractitionerId id) {
        return practitioners.findById(id).map(Practitioner::displayName);
    }

    /** What these practitioners are called, by id; those who are unknown are left out. */
    public Map<PractitionerId, String> names(Collection<PractitionerId> ids) {
        return practitioners.findByIdIn(ids).stream()
                .collect(Collectors.toMap(Practitioner::id, Practitioner::displayName));
    }

    public boolean exists(PractitionerId id) {
        return practitioners.findById(id).isPresent();
    }

    /** Their ids. */
    public Set<PractitionerId> workingIn(Set<ClinicId> anyOf) {
        return of(anyOf).stream().map(Practitioner::id).collect(Collectors.toSet());
    }

    /** Those who belong to one of these clinics. */
    public List<Practitioner> of(Set<ClinicId> anyOf) {
        return practitioners.findByRotasClinicIdIn(anyOf);
    }

    private void checkKnown(List<String> serviceCodes) {
        List<String> unknown = catalogue.unknown(serviceCodes);
        if (!unknown.isEmpty()) {
            throw Refusal.input("serviceCodes", "holds what isn't in the catalogue: " + String.join(", ", unknown));
        }
    }

    private Practitioner change(
            PractitionerId id, @Nullable String ifMatch, Function<Practitioner, Change<Practitioner>> command) {
        return eventLog.record(Practitioner.class, () -> {
            Practitioner practitioner = practitioners.require(id);
            Preconditions.check(ifMatch, practitioner);
            Change<Practitioner> change = command.apply(practitioner);
            formerRotas.keep(practitioner, change.next());
            return change;
        });
    }
}
