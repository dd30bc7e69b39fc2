package io.hairline.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.testing.OnRealServers;
import io.hairline.kit.testing.badinput.BadInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnRealServers
class BadInputIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Test
    void refusesWhatIsWrongNamesItAndStoresNothing() {
        Staff.of(port, "head-office");

        assertThat(new BadInput(port, DemoIds.person("head-office").value()).wronglyAnswered(mongo.getDb()))
                .isEmpty();
    }
}
