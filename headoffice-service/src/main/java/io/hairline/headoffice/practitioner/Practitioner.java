package io.hairline.headoffice.practitioner;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerRotaSet;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who treats clients, in one clinic or several.
 *
 * @param displayName the trade name under which she is booked
 * @param skills codes of the services she is trained for, sorted
 * @param rotas at most one per clinic, none of them empty
 */
@Document("practitioners")
@TypeAlias("practitioner")
public record Practitioner(
        @Id PractitionerId id,
        long version,
        String displayName,
        List<String> skills,
        List<Rota> rotas,
        List<Absence> absences)
        implements Aggregate {

    public Practitioner {
        skills = skills.stream().distinct().sorted().toList();
        rotas = List.copyOf(rotas);
        absences = List.copyOf(absences);
    }

    static Change<Practitioner> join(PractitionerId id, String displayName, List<String> skills) {
        Practitioner joined = new Practitioner(id, 1, displayName, skills, List.of(), List.of());
        return Change.to(joined, new PractitionerJoined(id, displayName, joined.skills));
    }

    Change<Practitioner> train(List<String> wanted) {
        Practitioner next = new Practitioner(id, version + 1, displayName, wanted, rotas, absences);
        return next.skills.equals(skills)
                ? Change.none(this)
                : Change.to(next, new PractitionerSkillsChanged(id, next.skills));
    }

    Change<Practitioner> work(Rota wanted) {
        List<Rota> elsewhere = rotas.stream()
                .filter(it -> !it.clinicId().equals(wanted.clinicId()))
                .toList();
        if (elsewhere.stream().anyMatch(wanted::clashesWith)) {
            throw Refusal.rule(
                    "shifts-overlap",
                    displayName + " works in another clinic at some of these hours. Choose hours that she has free.");
        }
        List<Rota> next = new ArrayList<>(elsewhere);
        if (!wanted.shifts().hours().isEmpty()) {
            next.add(wanted);
        }
        return worksAlready(wanted)
                ? Change.none(this)
                : Change.to(
                        new Practitioner(id, version + 1, displayName, skills, next, absences),
                        new PractitionerRotaSet(
                                id, wanted.clinicId(), wanted.shifts().hours()));
    }

    private boolean worksAlready(Rota wanted) {
        return rotas.contains(wanted) || (wanted.shifts().hours().isEmpty() && !worksIn(wanted.clinicId()));
    }

    Change<Practitioner> leave(Absence absence) {
        if (absences.contains(absence)) {
            return Change.none(this);
        }
        List<Absence> next = new ArrayList<>(absences);
        next.add(absence);
        return Change.to(
                new Practitioner(id, version + 1, displayName, skills, rotas, next),
                new PractitionerAway(id, absence.from(), absence.until(), absence.reasonCode()));
    }

    boolean worksIn(ClinicId clinic) {
        return clinics().contains(clinic);
    }

    public List<ClinicId> clinics() {
        return rotas.stream().map(Rota::clinicId).toList();
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
