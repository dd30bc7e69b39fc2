package io.hairline.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HairlineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "stop",
                "status",
                "doctor",
                "test",
                "token",
                "events",
                "dlq",
                "dlq list",
                "dlq replay",
                "dlq discard",
                "bench",
                "topics"
            })
    void helpsWithEveryCommand(String command) {
        String[] words = Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
                .filter(it -> !it.isEmpty())
                .toArray(String[]::new);

        assertThat(Hairline.run(words)).isZero();
    }

    @Test
    void refusesACommandThatItDoesNotKnow() {
        assertThat(Hairline.run("upp")).isEqualTo(2);
    }

    @Test
    void failsInPlainWordsWhenNoLoginIsNamed() {
        assertThat(Hairline.run("token")).isEqualTo(1);
    }

    @Test
    void provesItselfAsTheStandardsExampleDoes() {
        assertThat(LogIn.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
