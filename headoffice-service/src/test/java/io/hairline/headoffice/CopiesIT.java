package io.hairline.headoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.contracts.PersonId;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.Role;
import io.hairline.headoffice.people.StaffManagement;
import io.hairline.kit.Ids;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.testing.OnRealServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnRealServers
class CopiesIT {

    private static final int PEOPLE = 20;
    private static final int CLINICS = DemoIds.CLINICS.size();

    @Autowired
    StaffManagement staffing;

    @Autowired
    MongoTemplate mongo;

    @Test
    void followEveryChangeOfRolesInOrder() {
        List<PersonId> people = Stream.generate(() -> new PersonId(Ids.next("per")))
                .limit(PEOPLE)
                .toList();
        List<Assignment> desks = DemoIds.CLINICS.stream()
                .map(DemoIds::clinic)
                .map(it -> new Assignment(Role.FRONT_DESK, null, it, null))
                .toList();

        people.parallelStream().forEach(person -> {
            staffing.enrol(person, person.value(), null);
            desks.forEach(it -> staffing.assign(person, null, it));
            desks.subList(1, CLINICS).forEach(it -> staffing.withdraw(person, null, it));
        });

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(people)
                        .allSatisfy(it -> assertThat(rolesOf(it)).isEqualTo(1)));
        assertThat(people).allSatisfy(it -> assertThat(seenOf(it)).isEqualTo(2L * CLINICS));
        assertThat(mongo.getCollection("parked").countDocuments()).isZero();
    }

    private int rolesOf(PersonId person) {
        Document copy = mongo.findById(person.value(), Document.class, "people");
        return copy == null ? 0 : copy.getList("assignments", Document.class).size();
    }

    private long seenOf(PersonId person) {
        Document row = mongo.findById("headoffice.events|" + person.value(), Document.class, "inbox");
        return row == null ? 0 : row.getLong("version");
    }
}
