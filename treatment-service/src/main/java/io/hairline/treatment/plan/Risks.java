package io.hairline.treatment.plan;

import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of risks that are explained before a plan is signed, as {@code risks.json} has them. */
@Component
class Risks {

    private final List<Risk> all;

    Risks(JsonMapper json) {
        try (InputStream in = new ClassPathResource("risks.json").getInputStream()) {
            all = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Risk> all() {
        return List.copyOf(all);
    }

    /** Those that were explained, each once and in the catalogue's order; refuses what it doesn't name. */
    List<String> explained(Collection<String> codes) {
        Set<String> known = all.stream().map(Risk::code).collect(Collectors.toUnmodifiableSet());
        if (!known.containsAll(codes)) {
            throw Refusal.input("risksExplained", "must name our risks; GET /api/v1/plans/risks lists them");
        }
        return all.stream().map(Risk::code).filter(codes::contains).toList();
    }
}
