package io.hairline.treatment.consent;

import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All wordings in use, as {@code consent-templates.json} has them. */
@Component
class ConsentTemplates {

    private final List<ConsentTemplate> all;

    ConsentTemplates(JsonMapper json) {
        try (InputStream in = new ClassPathResource("consent-templates.json").getInputStream()) {
            all = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A language with a region is its language. */
    List<ConsentTemplate> of(@Nullable ConsentPurpose purpose, @Nullable String language) {
        String plain = language == null ? null : language.split("-", 2)[0];
        return all.stream()
                .filter(it -> purpose == null || it.purpose() == purpose)
                .filter(it -> plain == null || it.language().equals(plain))
                .toList();
    }

    /** The words under which somebody signed before signed words were kept by themselves. */
    ConsentTemplate require(String id) {
        return all.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no consent template " + id));
    }

    ConsentTemplate requireOneFor(String id, ConsentPurpose purpose, String language) {
        return of(purpose, language).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.input(
                        "templateId",
                        "is not a text for this purpose in this language; see GET /api/v1/consent-templates"));
    }
}
