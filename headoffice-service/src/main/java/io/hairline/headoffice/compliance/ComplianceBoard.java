package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.compliance.guest.WorkedDays;
import io.hairline.headoffice.compliance.guest.WorkedDays.Guest;
import io.hairline.headoffice.compliance.override.ReadinessOverride;
import io.hairline.headoffice.compliance.override.ReadinessOverrides;
import io.hairline.headoffice.compliance.retention.ChartRetention;
import io.hairline.headoffice.licence.Licence;
import io.hairline.headoffice.licence.LicenceManagement;
import io.hairline.headoffice.people.StaffManagement;
import io.hairline.headoffice.practitioner.Practitioner;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.headoffice.training.Training;
import io.hairline.headoffice.training.TrainingManagement;
import io.hairline.kit.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads as much as there are people in the clinics, whose licences and trainings lie by practitioner, emergencies not reviewed yet, and recent overrides. */
@Service
class ComplianceBoard {

    private final PractitionerManagement practitioners;
    private final LicenceManagement licensing;
    private final TrainingManagement trainings;
    private final EmergencyAccesses accesses;
    private final ReadinessOverrides overrides;
    private final ChartRetention retention;
    private final WorkedDays workedDays;
    private final StaffManagement staff;
    private final Clock clock;

    ComplianceBoard(
            PractitionerManagement practitioners,
            LicenceManagement licensing,
            TrainingManagement trainings,
            EmergencyAccesses accesses,
            ReadinessOverrides overrides,
            ChartRetention retention,
            WorkedDays workedDays,
            StaffManagement staff,
            Clock clock) {
        this.practitioners = practitioners;
        this.licensing = licensing;
        this.trainings = trainings;
        this.accesses = accesses;
        this.overrides = overrides;
        this.retention = retention;
        this.workedDays = workedDays;
        this.staff = staff;
        this.clock = clock;
    }

    Page<ComplianceItem> items(List<Clinic> clinics, @Nullable String after, int limit) {
        Instant now = clock.instant();
        List<Practitioner> people = practitioners.of(ids(clinics));
        List<ComplianceItem> items = Stream.<Stream<? extends ComplianceItem>>of(
                        licences(clinics, people, now),
                        trainings(clinics, people, now),
                        emergencies(clinics, now),
                        overrides(clinics, now),
                        retention(clinics, now))
                .<ComplianceItem>flatMap(it -> it)
                .filter(it -> after == null || it.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(ComplianceItem::position))
                .limit(limit + 1L)
                .toList();
        return Page.of(items, limit, ComplianceItem::position);
    }

    private Stream<TrainingItem> trainings(List<Clinic> clinics, List<Practitioner> all, Instant now) {
        Map<PractitionerId, List<Training>> done =
                trainings.of(people(all)).stream().collect(Collectors.groupingBy(Training::practitionerId));
        return clinics.stream()
                .flatMap(clinic -> all.stream()
                        .filter(it -> it.clinics().contains(clinic.id()))
                        .flatMap(it -> TrainingItem.of(clinic, it, done.getOrDefault(it.id(), List.of()), now)));
    }

    private static Set<PractitionerId> people(List<Practitioner> all) {
        return all.stream().map(Practitioner::id).collect(Collectors.toSet());
    }

    private Stream<ComplianceItem> licences(List<Clinic> clinics, List<Practitioner> all, Instant now) {
        Map<PractitionerId, List<Licence>> licences =
                licensing.of(people(all)).stream().collect(Collectors.groupingBy(Licence::practitionerId));
        Set<PractitionerId> guests = licences.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.guest() != null)
                .map(Licence::practitionerId)
                .collect(Collectors.toSet());
        Map<Guest, Set<LocalDate>> worked = guests.isEmpty() ? Map.of() : workedDays.since(guests, lastYear(now));
        return clinics.stream()
                .flatMap(clinic -> all.stream()
                        .filter(it -> it.clinics().contains(clinic.id()))
                        .flatMap(it -> Stream.concat(
                                Stream.of(LicenceItem.of(clinic, it, licences.getOrDefault(it.id(), List.of()), now)),
                                GuestItem.of(
                                        clinic,
                                        it,
                                        licences.getOrDefault(it.id(), List.of()),
                                        worked.getOrDefault(
                                                new Guest(
                                                        it.id(), clinic.place().jurisdiction()),
                                                Set.of()),
                                        now))));
    }

    private static LocalDate lastYear(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1);
    }

    private Stream<ComplianceItem> emergencies(List<Clinic> clinics, Instant now) {
        Map<ClinicId, Clinic> byId = clinics.stream().collect(Collectors.toMap(Clinic::id, Function.identity()));
        List<EmergencyAccess> open = accesses.open(byId.keySet());
        Map<String, String> names =
                staff.names(open.stream().map(EmergencyAccess::openedBy).collect(Collectors.toSet()));
        return open.stream()
                .map(it -> EmergencyAccessItem.of(
                        Objects.requireNonNull(byId.get(it.clinicId())), it, names.get(it.openedBy()), now));
    }

    private Stream<OverrideItem> overrides(List<Clinic> clinics, Instant now) {
        Map<ClinicId, Clinic> byId = clinics.stream().collect(Collectors.toMap(Clinic::id, Function.identity()));
        List<ReadinessOverride> recent =
                overrides.since(byId.keySet(), now.minus(Duration.ofDays(OverrideItem.LISTED_DAYS)));
        Map<String, String> names =
                staff.names(recent.stream().map(ReadinessOverride::overriddenBy).collect(Collectors.toSet()));
        return recent.stream()
                .map(it -> OverrideItem.of(
                        Objects.requireNonNull(byId.get(it.clinicId())), it, names.get(it.overriddenBy()), now));
    }

    private Stream<RetentionItem> retention(List<Clinic> clinics, Instant now) {
        return clinics.stream()
                .flatMap(it -> RetentionItem.of(
                        it,
                        retention.due(
                                it.id(),
                                ZoneId.of(it.place().zone()),
                                RetentionItem.years(it),
                                RetentionItem.until(it, now)),
                        now));
    }

    private static Set<ClinicId> ids(List<Clinic> clinics) {
        return clinics.stream().map(Clinic::id).collect(Collectors.toSet());
    }
}
