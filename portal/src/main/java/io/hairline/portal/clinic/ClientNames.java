package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.Apis.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a clinic calls its clients. */
@Component
class ClientNames {

    /** As much of her as the caller may see; booking decides. */
    record Person(
            String id,
            String givenName,
            String familyName,
            @Nullable String dateOfBirth,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {
        public String name() {
            return givenName + " " + familyName;
        }
    }

    @Nullable Person find(Seen seen, @Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            return seen.booking().get(Person.class, "/clients/{id}", id);
        } catch (ApiProblem _) {
            return null;
        }
    }

    String name(Seen seen, @Nullable String id) {
        Person person = find(seen, id);
        return person == null ? "Held" : person.name();
    }
}
