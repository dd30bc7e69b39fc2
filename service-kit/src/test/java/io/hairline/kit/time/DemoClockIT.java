package io.hairline.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.RoleAssigned;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.wire.Topics;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.counter.TestWorld;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Callers;
import io.hairline.kit.security.RoleAssignments;
import io.hairline.launcher.infrastructure.KafkaLogin;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class DemoClockIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestInfrastructure servers = TestInfrastructure.get();
    private final HairlineProperties hairline = properties("booking");
    private final BusinessClock ours = new BusinessClock();
    private final BusinessClock theirs = new BusinessClock();
    private final DemoClock our = new DemoClock(ours, hairline);
    private final DemoClock their = new DemoClock(theirs, hairline);

    private HairlineProperties properties(String service) {
        KafkaLogin login = servers.kafkaLogin(service);
        return new HairlineProperties(
                service,
                servers.namespace(),
                servers.kafka(),
                login.protocol(),
                login.username(),
                login.password(),
                true);
    }

    @BeforeEach
    void start() {
        servers.createTopics();
        our.start();
        their.start();
        await().atMost(PATIENCE).until(() -> our.isReadToEnd() && their.isReadToEnd());
    }

    @AfterEach
    void stop() {
        our.stop();
        their.stop();
        SecurityContextHolder.clearContext();
    }

    @Test
    void isTheSameInEveryInstance() {
        our.moveTo(ours.instant().plus(Duration.ofDays(3)));
        their.moveTo(theirs.instant().plus(Duration.ofDays(30)));

        await().atMost(PATIENCE)
                .until(() ->
                        ours.offset().equals(theirs.offset()) && ours.offset().compareTo(Duration.ofDays(30)) >= 0);
    }

    @Test
    void isAlreadyThereForWhoComesLater() {
        our.moveTo(ours.instant().plus(Duration.ofDays(1)));
        BusinessClock late = new BusinessClock();
        DemoClock newcomer = new DemoClock(late, hairline);

        newcomer.start();
        Duration asSoonAsAnybodyIsServed = late.offset();
        newcomer.stop();

        assertThat(asSoonAsAnybodyIsServed).isEqualTo(ours.offset());
        assertThat(newcomer.isReadToEnd()).isTrue();
        assertThat(newcomer.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void neverGoesBackWhateverComes() {
        our.moveTo(ours.instant().plus(Duration.ofDays(1)));
        Duration before = ours.offset();

        our.moveTo(ours.instant().minus(Duration.ofDays(1)));
        send("PT-48H");
        send("tomorrow");
        our.moveTo(ours.instant().plus(Duration.ofHours(1)));

        await().atMost(PATIENCE).until(() -> theirs.offset().compareTo(before.plusMinutes(59)) > 0);
        assertThat(ours.offset()).isGreaterThan(before).isEqualTo(theirs.offset());
    }

    private void send(String value) {
        Map<String, Object> config = servers.kafkaClient();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(hairline.topic(Topics.DEMO_CLOCK), value, value));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -P1D, -, RULE, clock-goes-forward
            -, 2020-01-01T00:00:00Z, RULE, clock-goes-forward
            P200Y, -, RULE, clock-too-far
            -, -, INPUT, invalid-input
            soon, -, INPUT, invalid-input
            P1D, 2090-01-01T00:00:00Z, INPUT, invalid-input
            PT99999999999999999H, -, INPUT, invalid-input
            """)
    void refusesATimeThatCannotBe(@Nullable String advance, @Nullable Instant instant, Refusal.Kind kind, String slug) {
        DemoClockController controller = controllerFor(Role.HEAD_OFFICE);
        Duration before = ours.offset();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> controller.move(new DemoClockController.Move(advance, instant)))
                .matches(it -> it.kind() == kind && it.slug().equals(slug));
        assertThat(ours.offset()).isEqualTo(before);
    }

    @Test
    void movesForHeadOfficeAndNobodyElse() {
        Instant before = ours.instant();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> controllerFor(Role.REGION_MANAGER).move(new DemoClockController.Move("P1D", null)))
                .matches(it -> it.kind() == Refusal.Kind.FORBIDDEN);
        assertThat(controllerFor(Role.HEAD_OFFICE)
                        .move(new DemoClockController.Move("P1D", null))
                        .instant())
                .isBetween(before.plus(Duration.ofDays(1)), before.plus(Duration.ofDays(2)));
    }

    @Test
    void isMovedOnlyThroughTheServiceThatWritesItsTopic() {
        DemoClock elsewhere = new DemoClock(theirs, properties("treatment"));
        Duration before = theirs.offset();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        controllerFor(Role.HEAD_OFFICE, elsewhere).move(new DemoClockController.Move("P1D", null)))
                .matches(it -> it.kind() == Refusal.Kind.NOT_FOUND);
        assertThat(theirs.offset()).isEqualTo(before);
    }

    private DemoClockController controllerFor(Role role) {
        return controllerFor(role, our);
    }

    private DemoClockController controllerFor(Role role, DemoClock clock) {
        PersonId person = new PersonId(Ids.next(PersonId.PREFIX));
        TestWorld world = TestWorld.fresh();
        RoleAssignments roleAssignments = new RoleAssignments(world.mongo());
        roleAssignments.on(
                new RoleAssigned(person, role, null, null, null),
                new ReceivedEvent(
                        "evt_1", "t", person.value(), 1, Instant.EPOCH, null, "a", "c", new byte[0], Map.of()));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(person.value(), "", List.of()));
        return new DemoClockController(clock, ours, new Callers(roleAssignments, new MergedIds(world.mongo())));
    }
}
