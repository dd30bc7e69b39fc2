package io.hairline.portal.brand;

import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session of a plan, and how its price is made. */
public record PricedSession(
        String serviceCode,
        Money price,
        @Nullable List<String> zones,
        @Nullable Integer density,
        @Nullable List<Part> parts) {

    /** What one thing adds to the price. */
    public record Part(String code, Money amount) {}

    /** A part in words, with its amount. */
    public record Line(String words, String amount) {}

    public String name() {
        return CodeLabels.service(serviceCode);
    }

    /** What the price is made of; empty if it was agreed without the catalogue. */
    public List<Line> lines() {
        return Objects.requireNonNullElse(parts, List.<Part>of()).stream()
                .map(it -> new Line(words(it.code()), it.amount().words()))
                .toList();
    }

    private String words(String code) {
        List<String> where = Objects.requireNonNullElse(zones, List.of());
        return switch (code) {
            case "ZONES" ->
                Texts.text(
                        "price.part.ZONES",
                        where.size(),
                        where.stream().map(it -> CodeLabels.label("zone", it)).collect(Collectors.joining(", ")));
            case "DENSITY" -> Texts.text("price.part.DENSITY", Objects.requireNonNullElse(density, 0));
            default -> CodeLabels.label("price.part", code);
        };
    }
}
