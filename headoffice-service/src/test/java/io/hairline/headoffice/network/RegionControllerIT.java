package io.hairline.headoffice.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.headoffice.Staff;
import io.hairline.kit.testing.Api;
import io.hairline.kit.testing.OnRealServers;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnRealServers
class RegionControllerIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Test
    void letsHeadOfficeOpenARegionThatVisitorsSee() {
        Staff.of(port, "head-office")
                .post()
                .uri("/regions")
                .body(Map.of("code", "NORDICS", "name", "Nordic countries"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");

        new Api(port)
                .visitor()
                .get()
                .uri("/regions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.code == 'NORDICS')].name")
                .isEqualTo("Nordic countries");
    }

    @Test
    void refusesACodeTwiceAndWritesNoEvent() {
        long before = events();

        Staff.of(port, "head-office")
                .post()
                .uri("/regions")
                .body(Map.of("code", "EU", "name", "Another"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/code-taken");

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        Staff.of(port, "head-office")
                .post()
                .uri("/regions")
                .body(Map.of("code", "e u", "name", ""))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-input")
                .jsonPath("$.errors[*].field")
                .value(it -> assertThat(it.toString()).contains("code", "name"));
    }

    @Test
    void keepsOpeningRegionsToHeadOffice() {
        Map<String, String> region = Map.of("code", "XX", "name", "Nowhere");

        Staff.of(port, "region-eu")
                .post()
                .uri("/regions")
                .body(region)
                .exchange()
                .expectStatus()
                .isForbidden();
        new Api(port)
                .visitor()
                .post()
                .uri("/regions")
                .body(region)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void pagesByCursor() {
        var visitor = new Api(port).visitor();
        String first = new String(
                visitor.get()
                        .uri("/regions?limit=1")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                java.nio.charset.StandardCharsets.UTF_8);
        Document page = Document.parse(first);

        assertThat(page.getList("items", Document.class)).hasSize(1);
        visitor.get()
                .uri("/regions?limit=1&cursor=" + page.getString("nextCursor"))
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].id")
                .value(it -> assertThat(it)
                        .isNotEqualTo(
                                page.getList("items", Document.class).getFirst().getString("id")));
        visitor.get().uri("/regions?limit=0").exchange().expectStatus().isBadRequest();
        visitor.get().uri("/regions?cursor=*").exchange().expectStatus().isBadRequest();
    }

    @Test
    void answersARepeatedRequestWithTheSameRegion() {
        var headOffice = Staff.of(port, "head-office");
        for (int i = 0; i < 2; i++) {
            headOffice
                    .post()
                    .uri("/regions")
                    .header("Idempotency-Key", "open-asia-1")
                    .body(Map.of("code", "ASIA", "name", "Asia"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }

        assertThat(mongo.getCollection("regions").countDocuments(new Document("code", "ASIA")))
                .isOne();
    }

    private long events() {
        return mongo.getCollection("events")
                .countDocuments(new Document("type", "headoffice.RegionOpened.v1")
                        .append("actor", DemoIds.person("head-office").value())
                        .append("data", new Document("$regex", "Another")));
    }
}
