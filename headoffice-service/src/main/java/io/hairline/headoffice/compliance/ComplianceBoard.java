package io.hairline.headoffice.compliance;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.licence.Licence;
import io.hairline.headoffice.licence.LicenceManagement;
import io.hairline.headoffice.practitioner.Practitioner;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads as much as there are people in the clinics: their licences lie by practitioner. */
@Service
class ComplianceBoard {

    private final PractitionerManagement practitioners;
    private final LicenceManagement licensing;
    private final Clock clock;

    ComplianceBoard(PractitionerManagement practitioners, LicenceManagement licensing, Clock clock) {
        this.practitioners = practitioners;
        this.licensing = licensing;
        this.clock = clock;
    }

    Page<LicenceItem> licences(List<Clinic> clinics, @Nullable String after, int limit) {
        Instant now = clock.instant();
        List<Practitioner> staff =
                practitioners.of(clinics.stream().map(Clinic::id).collect(Collectors.toSet()));
        Set<PractitionerId> ids = staff.stream().map(Practitioner::id).collect(Collectors.toSet());
        Map<PractitionerId, List<Licence>> licences =
                licensing.of(ids).stream().collect(Collectors.groupingBy(Licence::practitionerId));
        List<LicenceItem> items = clinics.stream()
                .flatMap(clinic -> staff.stream()
                        .filter(it -> it.clinics().contains(clinic.id()))
                        .map(it -> LicenceItem.of(clinic, it, licences.getOrDefault(it.id(), List.of()), now)))
                .filter(it -> after == null || it.position().compareTo(after) > 0)
                .sorted(Comparator.comparing(LicenceItem::position))
                .limit(limit + 1L)
                .toList();
        return Page.of(items, limit, LicenceItem::position);
    }
}
