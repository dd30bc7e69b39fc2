package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAbsenceWithdrawn;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentAccepted;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentDeclined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentEnded;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAssignmentRequested;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRenamed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who treats clients, in one clinic or several.
 *
 * @param displayName the trade name under which clients book
 * @param skills codes of the services the practitioner is trained for, sorted
 * @param rotas one for each clinic the practitioner belongs to
 * @param requests the clinics that have asked for the practitioner and wait for an answer
 */
@Document("practitioners")
@TypeAlias("practitioner")
public record Practitioner(
        @Id PractitionerId id,
        long version,
        String displayName,
        List<String> skills,
        List<Rota> rotas,
        List<Absence> absences,
        List<ClinicId> requests)
        implements Aggregate {

    /** Where a day ends last. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(-12);

    @SuppressWarnings("NullAway") // documents from before there were requests have none
    public Practitioner {
        skills = skills.stream().distinct().sorted().toList();
        rotas = List.copyOf(rotas);
        absences = List.copyOf(absences);
        requests = requests == null ? List.of() : List.copyOf(requests);
    }

    static Change<Practitioner> join(PractitionerId id, String displayName, List<String> skills) {
        Practitioner joined = new Practitioner(id, 1, displayName, skills, List.of(), List.of(), List.of());
        return Change.to(joined, new PractitionerJoined(id, displayName, joined.skills));
    }

    Change<Practitioner> rename(String wanted) {
        return wanted.equals(displayName)
                ? Change.none(this)
                : Change.to(
                        new Practitioner(id, version + 1, wanted, skills, rotas, absences, requests),
                        new PractitionerRenamed(id, wanted));
    }

    Change<Practitioner> changeSkills(List<String> wanted) {
        Practitioner next = new Practitioner(id, version + 1, displayName, wanted, rotas, absences, requests);
        return next.skills.equals(skills)
                ? Change.none(this)
                : Change.to(next, new PractitionerSkillsChanged(id, next.skills));
    }

    /** Takes effect at once if the caller plans the practitioner's time already, and else waits for an answer. */
    Change<Practitioner> request(ClinicId clinic, String zone, PlanningScope scope) {
        if (worksIn(clinic)) {
            return Change.none(this);
        }
        if (isPlannedBy(scope)) {
            return assigned(clinic, zone);
        }
        return requests.contains(clinic)
                ? Change.none(this)
                : next(
                        rotas,
                        absences,
                        Stream.concat(requests.stream(), Stream.of(clinic)).toList(),
                        new PractitionerAssignmentRequested(id, clinic));
    }

    /** Only for those who planned the practitioner's time before: a clinic can't agree to its own request. */
    Change<Practitioner> accept(ClinicId clinic, String zone, PlanningScope scope) {
        if (!isPlannedBy(scope)) {
            throw Refusal.notFound();
        }
        if (worksIn(clinic)) {
            return Change.none(this);
        }
        checkRequested(clinic);
        return assigned(clinic, zone);
    }

    /** For both sides: the clinic that asked may take its request back. */
    Change<Practitioner> decline(ClinicId clinic, PlanningScope scope) {
        if (!isPlannedBy(scope) && !scope.reaches(clinic)) {
            throw Refusal.notFound();
        }
        checkRequested(clinic);
        return next(rotas, absences, requestsWithout(clinic), new PractitionerAssignmentDeclined(id, clinic));
    }

    Change<Practitioner> end(ClinicId clinic) {
        if (!worksIn(clinic)) {
            throw Refusal.notFound();
        }
        return next(rotasElsewhere(clinic), absences, requests, new PractitionerAssignmentEnded(id, clinic));
    }

    private Change<Practitioner> assigned(ClinicId clinic, String zone) {
        return next(
                Stream.concat(rotas.stream(), Stream.of(Rota.empty(clinic, zone)))
                        .toList(),
                absences,
                requestsWithout(clinic),
                new PractitionerAssignmentAccepted(id, clinic));
    }

    private void checkRequested(ClinicId clinic) {
        if (!requests.contains(clinic)) {
            throw Refusal.notFound();
        }
    }

    private List<ClinicId> requestsWithout(ClinicId clinic) {
        return requests.stream().filter(it -> !it.equals(clinic)).toList();
    }

    /** Head office may plan in a clinic to which the practitioner doesn't belong yet; nobody else. */
    Change<Practitioner> work(Rota wanted, PlanningScope scope) {
        ClinicId clinic = wanted.clinicId();
        if (!scope.everywhere() && !(scope.reaches(clinic) && worksIn(clinic))) {
            throw Refusal.notFound();
        }
        List<Rota> elsewhere = rotasElsewhere(clinic);
        if (elsewhere.stream().anyMatch(wanted::clashesWith)) {
            throw Refusal.rule(
                    "shifts-overlap",
                    displayName + " works in another clinic at some of these hours. Choose hours that are free.");
        }
        return rotas.contains(wanted)
                ? Change.none(this)
                : next(
                        Stream.concat(elsewhere.stream(), Stream.of(wanted)).toList(),
                        absences,
                        requestsWithout(clinic),
                        new PractitionerRotaSet(id, clinic, wanted.shifts().hours()));
    }

    Change<Practitioner> leave(Absence absence, Instant now) {
        if (absences.contains(absence)) {
            return Change.none(this);
        }
        checkNotOver(absence, now);
        if (absences.stream().anyMatch(absence::coversTheSameAs)) {
            throw Refusal.state("absence-known", displayName + " is away on these days already, for another reason.");
        }
        return next(
                rotas,
                Stream.concat(absences.stream(), Stream.of(absence)).toList(),
                requests,
                new PractitionerAway(id, absence.from(), absence.until(), absence.reasonCode(), absence.clinicIds()));
    }

    private void checkNotOver(Absence absence, Instant now) {
        if (absence.from().isBefore(today(absence, now))) {
            throw over(absence, now);
        }
    }

    private Refusal over(Absence absence, Instant now) {
        return Refusal.rule(
                "day-over",
                "That day is over where " + displayName + " would be away: it is " + today(absence, now)
                        + " there now.");
    }

    /** Days are those of the clinics; of several the one where it is the earliest day says what is over. */
    private LocalDate today(Absence absence, Instant now) {
        return rotas.stream()
                .filter(it -> absence.isIn(it.clinicId()))
                .map(it -> LocalDate.ofInstant(now, ZoneId.of(it.zone())))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, EARLIEST));
    }

    /** Takes an absence back from today on: its days that are over stay. */
    Change<Practitioner> withdraw(Absence absence, Instant now) {
        Absence noted = absences.stream()
                .filter(it -> it.coversTheSameAs(absence))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        LocalDate yesterday = today(noted, now).minusDays(1);
        if (!noted.until().isAfter(yesterday)) {
            throw over(noted, now);
        }
        LocalDate keptUntil = noted.from().isAfter(yesterday) ? null : yesterday;
        Stream<Absence> kept = keptUntil == null ? Stream.empty() : Stream.of(noted.upTo(keptUntil));
        return next(
                rotas,
                Stream.concat(absences.stream().filter(it -> !it.equals(noted)), kept)
                        .toList(),
                requests,
                new PractitionerAbsenceWithdrawn(id, noted.from(), noted.until(), noted.clinicIds(), keptUntil));
    }

    /**
     * Where an absence holds that is noted with this scope: in the clinic that is named, else in all clinics if head
     * office notes it or every clinic of the practitioner is in the scope, else in those of them that are.
     *
     * @return null for all clinics
     */
    @Nullable List<ClinicId> absentFrom(@Nullable ClinicId named, PlanningScope scope) {
        List<ClinicId> reached = clinics().stream()
                .filter(scope::reaches)
                .filter(it -> named == null || it.equals(named))
                .toList();
        if (named == null && (scope.everywhere() || (!reached.isEmpty() && reached.size() == rotas.size()))) {
            return null;
        }
        if (reached.isEmpty()) {
            throw scope.everywhere()
                    ? Refusal.input("clinicId", "must be a clinic to which the practitioner belongs")
                    : Refusal.notFound();
        }
        return reached;
    }

    boolean worksIn(ClinicId clinic) {
        return clinics().contains(clinic);
    }

    /** Whether somebody with this scope plans the practitioner's time in at least one clinic. */
    boolean isPlannedBy(PlanningScope scope) {
        return scope.everywhere() || clinics().stream().anyMatch(scope::reaches);
    }

    public List<ClinicId> clinics() {
        return rotas.stream().map(Rota::clinicId).toList();
    }

    private List<Rota> rotasElsewhere(ClinicId clinic) {
        return rotas.stream().filter(it -> !it.clinicId().equals(clinic)).toList();
    }

    private Change<Practitioner> next(
            List<Rota> nextRotas, List<Absence> nextAbsences, List<ClinicId> nextRequests, DomainEvent event) {
        return Change.to(
                new Practitioner(id, version + 1, displayName, skills, nextRotas, nextAbsences, nextRequests), event);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
