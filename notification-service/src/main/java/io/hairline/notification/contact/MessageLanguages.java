package io.hairline.notification.contact;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that letters are written in, and which of them somebody gets. */
public final class MessageLanguages {

    private static final Set<String> WRITTEN = Set.of("en", "de", "es", "fr");

    private MessageLanguages() {}

    /**
     * The language of a letter: the first that letters are written in, of the one set in the preferences and the one of
     * the contact, by their language alone (BCP 47 lookup); English if neither is. Words, dates and times follow it, with
     * the region that was asked for: {@code de-CH} stays so, {@code tr} becomes {@code en}.
     */
    public static Locale of(@Nullable String preferred, String contacts) {
        return Stream.of(preferred, contacts)
                .filter(Objects::nonNull)
                .map(Locale::forLanguageTag)
                .filter(it -> WRITTEN.contains(it.getLanguage()))
                .map(it -> Locale.of(it.getLanguage(), it.getCountry()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
