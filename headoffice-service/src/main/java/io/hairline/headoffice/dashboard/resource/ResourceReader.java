package io.hairline.headoffice.dashboard.resource;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.dashboard.Period;
import io.hairline.headoffice.dashboard.projection.ClientFactsStore;
import io.hairline.headoffice.dashboard.resource.ResourceFigures.ChairFigures;
import io.hairline.headoffice.dashboard.resource.ResourceFigures.PractitionerFigures;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.headoffice.practitioner.WorkingTime;
import io.hairline.kit.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers for the figures of a clinic's practitioners and chairs. */
@Service
class ResourceReader {

    private final ClinicDirectory clinics;
    private final ClientFactsStore clientFacts;
    private final WorkingTime workingTime;
    private final PractitionerManagement practitioners;
    private final Clock clock;

    ResourceReader(
            ClinicDirectory clinics,
            ClientFactsStore clientFacts,
            WorkingTime workingTime,
            PractitionerManagement practitioners,
            Clock clock) {
        this.clinics = clinics;
        this.clientFacts = clientFacts;
        this.workingTime = workingTime;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    /**
     * The figures beside those of the period before.
     *
     * @param only the one practitioner whose figures are asked for; null for all practitioners and chairs
     */
    ResourceFigures read(
            ClinicId clinicId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable PractitionerId only) {
        Clinic clinic = clinics.find(clinicId).orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of(clinic.place().zone()));
        Period period = Period.of(from, to, "day", today);
        Period before = period.before(today);
        ResourceSums sums = new ResourceSums(
                clientFacts.ofResources(clinicId, before.from(), period.to()),
                period,
                before,
                clinic.place().zone(),
                now);
        return new ResourceFigures(
                clinicId,
                period.from(),
                period.to(),
                before.days(),
                practitioners(clinic, sums, only),
                only == null ? chairs(clinic, sums) : List.of());
    }

    private List<PractitionerFigures> practitioners(Clinic clinic, ResourceSums sums, @Nullable PractitionerId only) {
        Map<PractitionerId, Map<LocalDate, Long>> minutes = new TreeMap<>(Comparator.comparing(PractitionerId::value));
        minutes.putAll(workingTime.minutesByPractitioner(clinic, sums.first(), sums.last()));
        sums.practitioners().forEach(it -> minutes.putIfAbsent(it, Map.of()));
        minutes.keySet().removeIf(it -> only != null && !only.equals(it));
        Map<PractitionerId, String> names = practitioners.names(minutes.keySet());
        return minutes.entrySet().stream()
                .map(it -> sums.practitioner(it.getKey(), names.getOrDefault(it.getKey(), ""), it.getValue()))
                .sorted(Comparator.comparing(PractitionerFigures::displayName))
                .toList();
    }

    private static List<ChairFigures> chairs(Clinic clinic, ResourceSums sums) {
        Map<LocalDate, Long> open = WorkingTime.openMinutes(clinic, sums.first(), sums.last());
        return clinic.chairs().stream().map(it -> sums.chair(it, open)).toList();
    }
}
