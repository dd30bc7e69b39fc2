package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTests {

    @ParameterizedTest
    @MethodSource("all")
    void saysForEachSlugItsStatusItsMeaningAndWhatToDo(Problem problem) {
        assertThat(problem.slug()).matches("[a-z]+(-[a-z]+)*");
        assertThat(problem.status()).matches("[45]\\d\\d [A-Z].*");
        assertThat(problem.html()).startsWith("<p>").contains("<strong>What to do.</strong>");
    }

    @Test
    void knowsEachSlugOnce() {
        assertThat(all()).extracting(Problem::slug).doesNotHaveDuplicates().contains("slot-taken", "unexpected");
    }

    @Test
    void showsMarkupInTheTextAsText() {
        Problems problems = new Problems("# Problems\n\n## odd\n\n*400 Bad Request*\n\n<script>alert(1)</script>\n");

        assertThat(problems.find("odd"))
                .hasValueSatisfying(it -> assertThat(it.html()).doesNotContain("<script>"));
    }

    private static Collection<Problem> all() {
        return new Problems().all();
    }
}
