package io.hairline.identity;

import static io.hairline.identity.World.FIRST;
import static io.hairline.identity.World.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PersonEnrolled;
import io.hairline.contracts.wire.Attributes;
import io.hairline.contracts.wire.Topics;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.Ids;
import io.hairline.kit.events.EventJson;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.oauth2.jwt.Jwt;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {

    private static final String DEMO_PASSWORD = World.DEMO_PASSWORD;

    private final Instance demo =
            Instance.start(Map.of("hairline.demo", "true", "hairline.demo.password", DEMO_PASSWORD));

    @BeforeAll
    void enrolPeople() throws Exception {
        assertThat(FIRST.at("/login")).isNotNull();
        List<String> people = List.of("desk-ber1", "practitioner-10", "practitioner-2", "head-office");
        for (String login : people) {
            tell(login);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> logins().containsAll(people));
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    @Test
    void letsEnrolledPeopleLogInForAWorkingDay() throws Exception {
        Browser browser = new Browser("198.51.100.50");

        String code = browser.code(demo, "head-office", DEMO_PASSWORD);

        String token =
                json(browser.exchange(demo, code).body()).path("access_token").asString();
        Jwt read = World.read(demo, token);
        assertThat(read.getSubject()).startsWith("per_");
        assertThat(Duration.between(read.getIssuedAt(), read.getExpiresAt())).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void knowsTheDemosClients() throws Exception {
        Browser browser = new Browser("198.51.100.52");

        String code = browser.code(demo, "client-7", DEMO_PASSWORD);

        String token =
                json(browser.exchange(demo, code).body()).path("access_token").asString();
        assertThat(World.read(demo, token).getSubject())
                .isEqualTo(DemoIds.client(7).value());
    }

    @Test
    void listsItsLoginsTheMostUsefulFirstAndNoPassword() throws Exception {
        assertThat(logins())
                .containsSubsequence(
                        "head-office",
                        "desk-ber1",
                        "practitioner-2",
                        "practitioner-10",
                        "client-1",
                        "client-2",
                        "client-10");
        assertThat(new Browser().get(demo.at("/demo/logins")).body()).doesNotContain(DEMO_PASSWORD, "password", "$2a$");
    }

    @Test
    void givesTheDemosPasswordNoPowerOutsideADemo() throws Exception {
        HttpResponse<String> answer = new Browser("198.51.100.51").logIn(FIRST, "head-office", DEMO_PASSWORD);

        assertThat(Browser.location(answer)).asString().contains("error");
        assertThat(new Browser().get(FIRST.at("/demo/logins")).statusCode()).isEqualTo(404);
    }

    @Test
    void startsNoDemoWithoutAPassword() {
        assertThatThrownBy(() -> Instance.start(Map.of("hairline.demo", "true")))
                .hasStackTraceContaining("set HAIRLINE_DEMO_PASSWORD");
    }

    @Test
    void startsOnlyWithAKeyOfTheRightSize() {
        assertThatThrownBy(() -> Instance.start(Map.of("hairline.identity.key", "dG9vIHNob3J0")))
                .hasStackTraceContaining("Set HAIRLINE_IDENTITY_KEY to 32 random bytes");
    }

    private List<String> logins() throws Exception {
        return json(new Browser().get(demo.at("/demo/logins")).body())
                .valueStream()
                .map(it -> it.path("login").asString())
                .toList();
    }

    private static void tell(String login) throws Exception {
        PersonEnrolled event = new PersonEnrolled(new PersonId(Ids.next("per")), login);
        ProducerRecord<String, String> record = new ProducerRecord<>(
                TestInfrastructure.get().namespace() + Topics.HEADOFFICE_EVENTS,
                event.subject(),
                EventJson.write(event));
        Map.of(
                        Attributes.ID, Ids.next("evt"),
                        Attributes.SOURCE, Attributes.sourceOf(Topics.HEADOFFICE_EVENTS),
                        Attributes.TYPE, WireNames.nameOf(PersonEnrolled.class),
                        Attributes.SUBJECT, event.subject(),
                        Attributes.AGGREGATE_VERSION, "1",
                        Attributes.TIME, Instant.now().toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> config = TestInfrastructure.get().kafkaClient();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get(10, TimeUnit.SECONDS);
        }
    }
}
