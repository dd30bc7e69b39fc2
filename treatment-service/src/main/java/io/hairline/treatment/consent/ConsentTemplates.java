package io.hairline.treatment.consent;

import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All wordings: those that come with the software, as {@code consent-templates.json} has them, and those that head office
 * published. Of a purpose and language the one with the highest version is in use.
 */
@Component
class ConsentTemplates {

    private final List<ConsentTemplate> shipped;
    private final MongoTemplate mongo;
    private final Clock clock;

    ConsentTemplates(JsonMapper json, MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        try (InputStream in = new ClassPathResource("consent-templates.json").getInputStream()) {
            shipped = json.readValue(in, new TypeReference<List<ConsentTemplate>>() {}).stream()
                    .map(it -> numbered(it, 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A wording that head office published; it never changes.
     *
     * @param by the person who did
     */
    @Document("consent_templates")
    @TypeAlias("consentTemplate")
    record Published(@Id String id, ConsentTemplate template, String by) {}

    /** A new wording. */
    record Wording(ConsentPurpose purpose, String language, String title, String text) {}

    private static ConsentTemplate numbered(ConsentTemplate it, int version) {
        return new ConsentTemplate(
                it.id(), it.purpose(), it.language(), it.title(), it.text(), version, it.publishedAt());
    }

    private List<ConsentTemplate> all() {
        return Stream.concat(
                        shipped.stream(),
                        mongo.findAll(Published.class).stream().map(Published::template))
                .toList();
    }

    /**
     * A language with a region is its language.
     *
     * @param withReplaced whether also the versions before those in use
     */
    List<ConsentTemplate> of(@Nullable ConsentPurpose purpose, @Nullable String language, boolean withReplaced) {
        String plain = language == null ? null : plain(language);
        List<ConsentTemplate> all = all();
        return all.stream()
                .filter(it -> purpose == null || it.purpose() == purpose)
                .filter(it -> plain == null || it.language().equals(plain))
                .filter(it -> withReplaced || isNewest(it, all))
                .sorted(Comparator.comparing(ConsentTemplate::purpose)
                        .thenComparing(ConsentTemplate::language)
                        .thenComparing(ConsentTemplate::versionOrFirst, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isNewest(ConsentTemplate it, List<ConsentTemplate> all) {
        return all.stream().noneMatch(other -> other.isOfSameKind(it) && other.versionOrFirst() > it.versionOrFirst());
    }

    private static String plain(String language) {
        return language.split("-", 2)[0];
    }

    /** The ids of all words that a client signs today. */
    Set<String> inUse() {
        return of(null, null, false).stream().map(ConsentTemplate::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The words under which somebody signed before signed words were kept by themselves. */
    ConsentTemplate require(String id) {
        return all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no consent template " + id));
    }

    ConsentTemplate requireOneFor(String id, ConsentPurpose purpose, String language) {
        return of(purpose, language, false).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        "templateId",
                        "is not a text in use for this purpose in this language; see GET /api/v1/consent-templates"));
    }

    /**
     * Puts a new wording into use: clients who signed another one are asked again.
     *
     * @param replaces the id of the one in use so far; null if there is none in this language
     */
    ConsentTemplate publish(Wording it, @Nullable String replaces) {
        Optional<ConsentTemplate> before =
                of(it.purpose(), it.language(), false).stream().findFirst();
        @Nullable String inUse = before.map(ConsentTemplate::id).orElse(null);
        if (!Objects.equals(inUse, replaces)) {
            throw replaced(inUse);
        }
        int version = before.map(ConsentTemplate::versionOrFirst).orElse(0) + 1;
        ConsentTemplate next = new ConsentTemplate(
                idOf(it, version), it.purpose(), it.language(), it.title(), it.text(), version, now());
        if (before.filter(one -> one.hash().equals(next.hash())).isPresent()) {
            throw Refusal.input("text", "is the one in use, word by word");
        }
        try {
            mongo.insert(new Published(next.id(), next, RequestContext.current().actor()));
        } catch (DuplicateKeyException _) {
            throw replaced(next.id());
        }
        return next;
    }

    private Instant now() {
        return clock.instant();
    }

    private static String idOf(Wording it, int version) {
        return it.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + it.language() + "-" + version;
    }

    private static Refusal replaced(@Nullable String inUse) {
        return Refusal.state(
                "text-replaced",
                inUse == null
                        ? "There is no text in this language yet; leave replaces out."
                        : "The text in use is " + inUse + "; read it, and name it as the one that yours replaces.");
    }
}
