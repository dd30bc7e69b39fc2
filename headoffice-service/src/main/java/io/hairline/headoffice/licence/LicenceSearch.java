package io.hairline.headoffice.licence;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.security.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Whose licences a caller sees: those of the practitioners in the clinics they lead, and their own. */
@Service
class LicenceSearch {

    private final Licences licences;
    private final PractitionerManagement practitioners;
    private final ClinicDirectory clinics;

    LicenceSearch(Licences licences, PractitionerManagement practitioners, ClinicDirectory clinics) {
        this.licences = licences;
        this.practitioners = practitioners;
        this.clinics = clinics;
    }

    List<Licence> find(Caller caller, @Nullable PractitionerId of, String after, Limit limit) {
        Optional<Set<PractitionerId>> shown = shownTo(caller);
        if (of != null) {
            boolean visible = shown.isEmpty() || shown.get().contains(of);
            shown = Optional.of(visible ? Set.of(of) : Set.of());
        }
        return shown.map(them ->
                        licences.of(them.stream().map(PractitionerId::value).toList(), after, limit))
                .orElseGet(() -> licences.after(after, limit));
    }

    /** Empty if the caller sees everybody's. */
    private Optional<Set<PractitionerId>> shownTo(Caller caller) {
        return clinics.reach(caller, HEAD_OFFICE, REGION_MANAGER, CLINIC_MANAGER)
                .map(reached -> {
                    Set<PractitionerId> them = new HashSet<>(practitioners.workingIn(reached));
                    caller.assignments().stream()
                            .flatMap(it -> Stream.ofNullable(it.practitionerId()))
                            .forEach(them::add);
                    return them;
                });
    }
}
