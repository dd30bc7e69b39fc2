package io.hairline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which mail server the settings of {@code docker-compose.yml} mean. */
class MailHostTests {

    @ParameterizedTest
    @CsvSource({
        "true,  HAIRLINE_OTHER,     -,                 mail",
        "false, HAIRLINE_OTHER,     -,                 127.0.0.1",
        "1,     HAIRLINE_OTHER,     -,                 127.0.0.1",
        "true,  HAIRLINE_MAIL_HOST, smtp.example.org,  smtp.example.org",
        "false, HAIRLINE_MAIL_HOST, smtp.example.org,  smtp.example.org"
    })
    void isTheDemosOnlyInADemo(String demo, String setting, String value, String host) {
        Map<String, Object> environment =
                Map.of("HAIRLINE_DEMO", demo, "HAIRLINE_MAIL_HOST_IF_DEMO_IS_TRUE", "mail", setting, value);
        new ApplicationContextRunner()
                .withInitializer(it -> it.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(it -> assertThat(it.getEnvironment().getProperty("spring.mail.host"))
                        .isEqualTo(host));
    }
}
