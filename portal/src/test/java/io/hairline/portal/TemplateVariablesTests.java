package io.hairline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a template and shows only when the page does, which is then an error. */
class TemplateVariablesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String RESERVED =
            "\\sth:(each|with|fragment)=\"[^\"]*\\b(session|application|param)\\s*[,:=)][^\"]*\"";

    /** Inside the braces Spring evaluates, and refuses a variable that isn't set; outside Thymeleaf does, and takes it for false. */
    private static final String CONDITION_THAT_MAY_BE_MISSING = "\\$\\{\\s*!?\\s*\\w+\\s*\\?[^.:]";

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(it -> it.toString().endsWith(".html")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void giveVariablesNamesThatThymeleafLeavesFree(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(RESERVED);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void decideOnVariablesThatMayBeMissingOutsideTheBraces(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContainPattern(CONDITION_THAT_MAY_BE_MISSING);
    }
}
