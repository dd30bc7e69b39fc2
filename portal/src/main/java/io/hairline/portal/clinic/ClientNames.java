package io.hairline.portal.clinic;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.api.ParallelCalls;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a clinic calls its clients. */
@Component
public class ClientNames {

    /** As many ids as an address holds without being too long. */
    private static final int MOST = 100;

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
            @Nullable Boolean masked,
            @Nullable Boolean emailConfirmed) {

        public String name() {
            return Stream.of(givenName, familyName)
                    .filter(Objects::nonNull)
                    .filter(it -> !it.isBlank())
                    .collect(Collectors.joining(" "));
        }

        /** Whether the client neither belongs to a clinic of the reader nor visits one; then it writes nothing about the client. */
        public boolean isStranger() {
            return Boolean.TRUE.equals(masked);
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

    /** The name, or that the time is held. */
    public String name(CallerApis caller, @Nullable String id) {
        Person person = find(caller, id);
        return person == null ? Texts.text("status.HELD") : person.name();
    }

    /**
     * The names of the clients of some lines.
     *
     * @param byId without those whom the reader may not know
     */
    public record Names(Map<String, String> byId) {

        /** Empty for nobody, and for somebody whom the reader may not know. */
        public String find(@Nullable String id) {
            return id == null ? "" : byId.getOrDefault(id, "");
        }

        /** The name, or that the time is held. */
        public String of(@Nullable String id) {
            String name = find(id);
            return name.isEmpty() ? Texts.text("status.HELD") : name;
        }
    }

    /** All of them in one call, or in few. */
    public <T> Names names(CallerApis caller, Collection<T> lines, Function<T, @Nullable String> client) {
        List<String> ids =
                lines.stream().map(client).filter(Objects::nonNull).distinct().toList();
        List<List<String>> parts = IntStream.iterate(0, it -> it < ids.size(), it -> it + MOST)
                .mapToObj(it -> ids.subList(it, Math.min(it + MOST, ids.size())))
                .toList();
        return new Names(ParallelCalls.each(parts, it -> named(caller, it)).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Person::id, Person::name)));
    }

    private static List<Person> named(CallerApis caller, List<String> ids) {
        return PagePart.of(() -> caller.booking()
                        .list(Person.class, "/clients/names", Map.of("id", String.join(",", ids), "limit", MOST)))
                .or(List.of());
    }
}
