package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import io.hairline.kit.input.FieldMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) with a type that is a page of the portal. */
public final class Problems {

    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)\\s+\\*[^*\\n]+\\* · (.+)$");
    private static final Map<String, String> TITLES = titles();

    private Problems() {}

    /**
     * A problem.
     *
     * @param slug its type: a heading of {@code docs/problems.md}, where its title stands
     * @param detail this case of it, for people
     */
    public static ProblemDetail of(int status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title(slug));
        return problem;
    }

    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(refusal.kind().status(), refusal.slug(), refusal.detail());
        refusal.more().forEach(problem::setProperty);
        if (!refusal.errors().isEmpty()) {
            problem.setProperty(
                    "errors", refusal.errors().stream().map(FieldMessage::of).toList());
        }
        return problem;
    }

    static String title(String slug) {
        String title = TITLES.get(slug);
        return title == null
                ? Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ')
                : title;
    }

    private static Map<String, String> titles() {
        try {
            String pages = new ClassPathResource("problems.md").getContentAsString(StandardCharsets.UTF_8);
            return SECTION.matcher(pages)
                    .results()
                    .collect(Collectors.toUnmodifiableMap(
                            it -> it.group(1), it -> it.group(2).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
