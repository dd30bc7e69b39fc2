package io.hairline.headoffice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnRealServers
class DemoFranchiseIT {

    @Autowired
    DemoFranchise demo;

    @Autowired
    NetworkSeed network;

    @Autowired
    CatalogueSeed menu;

    @Autowired
    TeamSeed team;

    @Autowired
    StaffSeed staff;

    @Autowired
    MongoTemplate mongo;

    @Test
    void foundsWhatTheIdsPromise() {
        assertThat(DemoIds.CLINICS).allSatisfy(it -> assertThat(chairsOf(it)).isEqualTo(DemoIds.chairs(it)));
        assertThat(mongo.findById(DemoIds.practitioner(DemoIds.PRACTITIONERS).value(), Document.class, "practitioners"))
                .isNotNull();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(
                                mongo.findById(DemoIds.person("manager-lax").value(), Document.class, "people"))
                        .isNotNull());
    }

    @Test
    void addsNothingWhenItRunsAgain() {
        long before = events();

        demo.run(new DefaultApplicationArguments());
        network.found();
        menu.found();
        team.found();
        staff.found();

        assertThat(events()).isEqualTo(before);
    }

    @Test
    void hasSomebodyOfAnotherStateWhoWorksInCaliforniaAsAGuest() {
        assertThat(licenceOfTheGuest("US-CA").get("guest", Document.class)).containsEntry("daysAYear", 15);
        assertThat(licenceOfTheGuest("US-NY")).doesNotContainKey("guest");
    }

    private Document licenceOfTheGuest(String jurisdiction) {
        return Objects.requireNonNull(
                mongo.findById(DemoIds.licence(DemoPast.GUEST, jurisdiction).value(), Document.class, "licences"));
    }

    private int chairsOf(String clinic) {
        Document found = mongo.findById(DemoIds.clinic(clinic).value(), Document.class, "clinics");
        return found == null ? 0 : found.getList("chairs", Document.class).size();
    }

    private long events() {
        return mongo.getCollection("events").countDocuments(new Document("actor", "demo"));
    }
}
