package io.hairline.portal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The problems of {@code docs/problems.md}, one for each of its headings, in its order. */
@Component
class Problems {

    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final Map<String, Problem> bySlug = new LinkedHashMap<>();

    Problems() {
        this(read());
    }

    Problems(String markdown) {
        Arrays.stream(HEADING.split(markdown)).skip(1).map(Problems::problem).forEach(it -> bySlug.put(it.slug(), it));
    }

    Optional<Problem> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    Collection<Problem> all() {
        return bySlug.values();
    }

    /** A section is its slug, the status in italics, and what people should know. */
    private static Problem problem(String section) {
        String[] parts = section.split("\n+", 3);
        return new Problem(parts[0].strip(), parts[1].replace("*", "").strip(), HTML.render(MARKDOWN.parse(parts[2])));
    }

    private static String read() {
        try {
            return new ClassPathResource("problems.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
