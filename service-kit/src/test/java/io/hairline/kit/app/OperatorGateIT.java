package io.hairline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.kit.work.DueWork;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@KitOnRealServers
class OperatorGateIT {

    @LocalManagementPort
    private int managementPort;

    @LocalServerPort
    private int port;

    @Value("${hairline.ops.password}")
    private String password = "";

    @Autowired
    private DueWork dueWork;

    @Autowired
    private MongoTemplate mongo;

    private RestTestClient operations() {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort + "/actuator")
                .build();
    }

    private RestTestClient.ResponseSpec get(String path, String name, String tried) {
        return operations()
                .get()
                .uri(path)
                .headers(it -> it.setBasicAuth(name, tried))
                .exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parked", "/metrics", "/prometheus", "/info", ""})
    void opensToTheOperatorAndToNobodyElse(String path) {
        get(path, "ops", password).expectStatus().isOk();
        get(path, "ops", password + "x").expectStatus().isUnauthorized();
        get(path, "head-office", password).expectStatus().isUnauthorized();
        operations()
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + TestIssuer.get().mint("per_1"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        operations().get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void replaysAndDiscardsForNobodyElse() {
        operations().post().uri("/parked").exchange().expectStatus().isUnauthorized();
        operations()
                .delete()
                .uri("/parked?place=t/0/1")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void listsDueWorkThatWasGivenUpAndDoesItWhenItIsReplayed() {
        KitApplication.POISON.add("givenup");
        dueWork.at(Instant.EPOCH, "count", "givenup");

        await().until(() -> body(get("/parked", "ops", password)).contains("givenup"));
        assertThat(body(get("/parked", "ops", password)))
                .contains("\"consumer\":\"due work\"", "\"type\":\"count\"", "\"state\":\"FAILED\"", "no-such-counter");
        KitApplication.POISON.clear();
        replay("{\"skipped\":false}").expectStatus().isOk();

        await().until(() -> mongo.getCollection("effects").countDocuments(new Document("counter", "givenup")) == 1);
        assertThat(body(get("/parked", "ops", password))).doesNotContain("givenup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"skipped\":true}", "{\"skipped\":\"true\"}", "{\"skipped\":null}", "{}"})
    void readsWhatAnOperatorMayWrite(String body) {
        replay(body).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec replay(String body) {
        return operations()
                .post()
                .uri("/parked")
                .headers(it -> it.setBasicAuth("ops", password))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void saysWhetherItIsWellToEverybodyAndHowOnlyToTheOperator() {
        String forAll = body(operations().get().uri("/health/liveness").exchange());
        String forOps = body(get("/health", "ops", password));

        assertThat(forAll).contains("UP").doesNotContain("components");
        assertThat(forOps).contains("components");
        assertThat(body(operations().get().uri("/health").exchange())).doesNotContain("components");
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    @Test
    void hasNothingToSayAtTheDoorForTheBrand() {
        new Api(port)
                .visitor()
                .get()
                .uri("/counters/x")
                .headers(it -> it.setBasicAuth("ops", password))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
