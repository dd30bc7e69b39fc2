package io.hairline.treatment.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What documents say in one of our languages; codes in the words of the pages. */
public final class DocumentWords {

    /** The first serves those who read none of them. */
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private static final ResourceBundleMessageSource SOURCE = source();

    private final Locale locale;

    private DocumentWords(Locale locale) {
        this.locale = locale;
    }

    /** In the language that a caller likes best, by the request's header {@code Accept-Language}. */
    public static DocumentWords accepted(@Nullable String languages) {
        try {
            Locale best = languages == null || languages.isBlank()
                    ? null
                    : Locale.lookup(Locale.LanguageRange.parse(languages), LANGUAGES);
            return new DocumentWords(Objects.requireNonNullElse(best, LANGUAGES.getFirst()));
        } catch (IllegalArgumentException _) {
            return new DocumentWords(LANGUAGES.getFirst());
        }
    }

    private static ResourceBundleMessageSource source() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("documents/words");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    public String say(String key, Object... values) {
        return SOURCE.getMessage(key, values, locale);
    }

    /** What the pages call a code; the code itself where it is newer than these words. */
    public String code(String group, Object code) {
        return Objects.requireNonNull(SOURCE.getMessage(group + "." + code, null, code.toString(), locale));
    }
}
