package io.hairline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The pages' own messages: tests find things by the words that people see, in any language of the pages. */
final class Words {

    private static final Path MESSAGES = Path.of("..", "portal", "src", "main", "resources", "messages");
    private static final Map<String, Properties> KNOWN = new ConcurrentHashMap<>();

    private Words() {}

    /** @param language such as {@code de} or {@code en-GB} */
    static String in(String language, String key, Object... values) {
        Locale locale = Locale.forLanguageTag(language);
        Properties all = KNOWN.computeIfAbsent(locale.getLanguage(), Words::read);
        String message = Objects.requireNonNull(all.getProperty(key), key);
        return values.length == 0 ? message : new MessageFormat(message, locale).format(values);
    }

    /** Messages without values as English has them and the language doesn't, however they are keyed: words that nobody translated. */
    static Set<String> onlyEnglish(String language) {
        Set<String> known = new HashSet<>(values(language));
        return values("en").stream()
                .filter(it -> it.matches(".*[a-z]{3}.*") && !it.contains("{") && !known.contains(it))
                .collect(Collectors.toSet());
    }

    private static List<String> values(String language) {
        return KNOWN.computeIfAbsent(language, Words::read).values().stream()
                .map(it -> String.valueOf(it).strip())
                .toList();
    }

    private static Properties read(String language) {
        String glob = language.equals("en") ? "*.properties" : "*_" + language + ".properties";
        Properties all = new Properties();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(MESSAGES, glob)) {
            for (Path file : files) {
                boolean translated = file.getFileName().toString().matches(".*_[a-z]{2}\\.properties");
                if (translated == !language.equals("en")) {
                    load(file, all);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void load(Path file, Properties into) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            into.load(reader);
        }
    }
}
