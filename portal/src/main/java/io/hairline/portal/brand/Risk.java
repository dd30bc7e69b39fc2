package io.hairline.portal.brand;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.language.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can go wrong, as treatment's catalogue says it. */
public record Risk(String code, Map<String, String> texts) {

    private static final String ENGLISH = "en";

    /** The whole catalogue; nothing if treatment doesn't answer. */
    public static List<Risk> all(Api treatment) {
        return PagePart.of(() -> treatment.list(Risk.class, "/plans/risks", Map.of()))
                .or(List.of());
    }

    /** Those with these codes, in the catalogue's order. */
    public static List<Risk> of(Api treatment, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : all(treatment).stream()
                        .filter(it -> codes.contains(it.code()))
                        .toList();
    }

    public String words() {
        return texts.getOrDefault(Texts.locale().getLanguage(), texts.getOrDefault(ENGLISH, CodeLabels.plain(code)));
    }
}
