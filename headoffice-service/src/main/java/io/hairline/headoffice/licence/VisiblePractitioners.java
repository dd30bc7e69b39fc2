package io.hairline.headoffice.licence;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.security.Caller;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whose papers a caller sees: those of the practitioners in the clinics they lead, and their own. */
@Service
public class VisiblePractitioners {

    private final PractitionerManagement practitioners;
    private final ClinicDirectory clinics;

    VisiblePractitioners(PractitionerManagement practitioners, ClinicDirectory clinics) {
        this.practitioners = practitioners;
        this.clinics = clinics;
    }

    /**
     * Empty if the caller sees everybody's and asks for nobody's.
     *
     * @param asked the only one wanted, who is left out where the caller doesn't see them
     */
    public Optional<Set<PractitionerId>> among(Caller caller, @Nullable PractitionerId asked) {
        Optional<Set<PractitionerId>> shown = shownTo(caller);
        if (asked == null) {
            return shown;
        }
        boolean visible = shown.isEmpty() || shown.get().contains(asked);
        return Optional.of(visible ? Set.of(asked) : Set.of());
    }

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
