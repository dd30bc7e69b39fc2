package io.hairline.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.badinput.BadInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnBooking
class BadInputIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    @Test
    void refusesWhatIsWrongNamesItAndStoresNothing() {
        TestClinic clinic = town.clinic("Europe/London", 1, 1);

        String client = Town.client(new Calls(port), clinic);

        assertThat(new BadInput(port, clinic.desk(), clinic.manager(), client).wronglyAnswered(mongo.getDb()))
                .isEmpty();
    }
}
