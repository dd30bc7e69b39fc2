package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a clinic calls its clients. */
@Component
public class ClientNames {

    /** As much of a client as the caller may see; booking decides. */
    public record Person(
            String id,
            @Nullable Long version,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String homeClinicId,
            @Nullable Boolean masked) {

        public String name() {
            return Stream.of(givenName, familyName)
                    .filter(Objects::nonNull)
                    .filter(it -> !it.isBlank())
                    .collect(Collectors.joining(" "));
        }

        public String born() {
            return dateOfBirth == null ? "–" : Texts.date(dateOfBirth);
        }
    }

    public @Nullable Person find(CallerApis caller, @Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            return caller.booking().get(Person.class, "/clients/{id}", id);
        } catch (ApiProblem _) {
            return null;
        }
    }

    /** By id, each asked for once; without those whom the caller may not know. */
    public Map<String, String> names(CallerApis caller, Collection<Appointment> appointments) {
        List<String> ids = appointments.stream()
                .map(Appointment::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ParallelCalls.each(ids, it -> Optional.ofNullable(find(caller, it))).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Person::id, Person::name, (one, _) -> one));
    }

    public String name(CallerApis caller, @Nullable String id) {
        Person person = find(caller, id);
        return person == null ? Texts.text("status.HELD") : person.name();
    }
}
