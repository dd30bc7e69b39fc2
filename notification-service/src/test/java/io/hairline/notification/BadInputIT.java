package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClientId;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.badinput.BadInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnNotification
class BadInputIT {

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Test
    void refusesWhatIsWrongNamesItAndStoresNothing() {
        assertThat(new BadInput(port, Ids.next(ClientId.PREFIX)).wronglyAnswered(mongo.getDb()))
                .isEmpty();
    }
}
