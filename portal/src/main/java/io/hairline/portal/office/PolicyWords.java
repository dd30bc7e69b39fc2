package io.hairline.portal.office;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The policy in words: its fields and their values, as pages show them. */
final class PolicyWords {

    private PolicyWords() {}

    /** What a yes to a question about health means. */
    static String rule(JsonNode rule) {
        return rule.path("waitDays").isNumber()
                ? Texts.text("policy.rule.wait", rule.path("waitDays").asString())
                : Texts.text("policy.rule." + rule.path("effect").asString());
    }

    static String label(String field) {
        return Texts.textOr("policy." + field, field);
    }

    /** What a version sets and locks, in one line. */
    static String summary(JsonNode layer) {
        JsonNode values = layer.path("values");
        Stream<String> set = values.propertyNames().stream()
                .filter(it -> !values.path(it).isNull())
                .map(it -> values.path(it).isObject()
                        ? words(it, values.path(it))
                        : label(it) + " " + words(it, values.path(it)));
        Stream<String> locked =
                layer.path("locked").valueStream().map(it -> Texts.text("layers.locked", label(it.asString())));
        return Stream.concat(set, locked).collect(Collectors.joining("; "));
    }

    /** The value of a field; of a group, each of its numbers with its name. */
    static String words(String field, JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(PolicyWords::entry).collect(Collectors.joining(", "));
        }
        if (value.isBoolean()) {
            return Texts.text("policy.choice." + value.asBoolean());
        }
        return value.isObject()
                ? value.properties().stream()
                        .filter(it -> !it.getValue().isNull())
                        .map(it -> Texts.text(
                                "policy.number",
                                label(field + "." + it.getKey()),
                                it.getValue().asString()))
                        .collect(Collectors.joining("; "))
                : value.asString("–");
    }

    /** One of a list: a step of what comes back, or a rule about a question. */
    private static String entry(JsonNode value) {
        return value.has("effect")
                ? Texts.text(
                        "finding.line",
                        CodeLabels.label("finding", value.path("code").asString()),
                        rule(value))
                : Texts.text(
                        "layers.tier",
                        value.path("noticeHours").asString(),
                        value.path("refundPercent").asString());
    }
}
