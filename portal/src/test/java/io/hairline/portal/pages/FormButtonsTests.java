package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormButtonsTests {

    private static final Pattern HIDES = Pattern.compile("([^{}]*\\.button[^{}]*)\\{[^{}]*display: none");

    /** Without it, a statement could be issued only where scripts are off. */
    @Test
    void hidesButtonsOnlyInFormsThatAreSentByTheirChoice() throws IOException {
        assertThat(HIDES.matcher(css()).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(it -> it.contains(":has([data-goes])"));
    }

    private static String css() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(FormButtonsTests.class.getResourceAsStream("/static/hairline.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
