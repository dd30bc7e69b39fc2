package io.hairline.headoffice.licence;

import static io.hairline.contracts.headoffice.Role.CLINIC_MANAGER;
import static io.hairline.contracts.headoffice.Role.HEAD_OFFICE;
import static io.hairline.contracts.headoffice.Role.REGION_MANAGER;

import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.security.Caller;
import io.hairline.kit.web.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
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
    private Optional<Set<PractitionerId>> among(Caller caller, @Nullable PractitionerId asked) {
        Optional<Set<PractitionerId>> shown = shownTo(caller);
        if (asked == null) {
            return shown;
        }
        boolean visible = shown.isEmpty() || shown.get().contains(asked);
        return Optional.of(visible ? Set.of(asked) : Set.of());
    }

    /**
     * A page of papers that the caller sees.
     *
     * @param asked the only one whose papers are wanted; nothing is found where the caller doesn't see them
     * @param cursor where it begins, as the page before said; absent for the first
     * @param position a paper's place in their order, which is its id
     */
    public <P> Page<P> page(
            PractitionerCredentials<P> papers,
            Caller caller,
            @Nullable PractitionerId asked,
            @Nullable String cursor,
            int limit,
            Function<P, String> position) {
        String after = Objects.requireNonNullElse(Page.position(cursor), "");
        Limit oneMore = Limit.of(Page.limit(limit) + 1);
        List<P> found = among(caller, asked)
                .map(them -> papers.of(them.stream().map(PractitionerId::value).toList(), after, oneMore))
                .orElseGet(() -> papers.after(after, oneMore));
        return Page.of(found, limit, position);
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
