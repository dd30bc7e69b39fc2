package io.hairline.treatment.lot.label;

import io.hairline.kit.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a label must say beside maker, product, colour, batch and last day, as {@code label-rules.json} has it. */
@Component
public class LabelRules {

    private final List<Rule> all;

    LabelRules(JsonMapper json) {
        try (InputStream in = new ClassPathResource("label-rules.json").getInputStream()) {
            all = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What some countries ask for.
     *
     * @param kind of lot, such as {@code PIGMENT}
     * @param countries ISO 3166-1 codes, with which a clinic's jurisdiction begins
     * @param fields codes
     * @param source the law
     */
    public record Rule(String kind, List<String> countries, List<String> fields, String source) {
        public Rule {
            countries = List.copyOf(countries);
            fields = List.copyOf(fields);
        }

        boolean isOf(String jurisdiction) {
            return countries.stream().anyMatch(it -> jurisdiction.equals(it) || jurisdiction.startsWith(it + "-"));
        }
    }

    public List<Rule> in(String jurisdiction) {
        return all.stream().filter(it -> it.isOf(jurisdiction)).toList();
    }

    /**
     * Refuses a label that lacks what the jurisdiction asks for, or says what no rule knows.
     *
     * @param kind of lot
     * @param said what the label says, by code
     */
    public void check(String kind, Map<String, String> said, String jurisdiction) {
        for (Rule rule : in(jurisdiction)) {
            rule.fields().stream()
                    .filter(it -> rule.kind().equals(kind)
                            && said.getOrDefault(it, "").isBlank())
                    .findFirst()
                    .ifPresent(it -> {
                        throw Refusal.input(
                                "labelFields." + it,
                                "must be on the label in " + jurisdiction + ": " + rule.source()
                                        + ". Type what the label says; without it the lot may not be used here");
                    });
        }
        said.keySet().stream()
                .filter(it -> all.stream().noneMatch(rule -> rule.fields().contains(it)))
                .findFirst()
                .ifPresent(_ -> {
                    throw Refusal.input(
                            "labelFields", "must name our fields; GET /api/v1/lots/label-fields lists them");
                });
    }
}
