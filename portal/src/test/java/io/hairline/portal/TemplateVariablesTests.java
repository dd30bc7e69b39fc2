package io.hairline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thymeleaf refuses to set a variable of these names, and only when the page is shown: the page is then an error. */
class TemplateVariablesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String RESERVED =
            "\\sth:(each|with|fragment)=\"[^\"]*\\b(session|application|param)\\s*[,:=)][^\"]*\"";

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(it -> it.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void haveNamesThatThymeleafLeavesFree(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(RESERVED);
    }
}
