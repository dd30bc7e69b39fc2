package io.hairline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.badinput.BadInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnTreatment
class BadInputIT {

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    @Test
    void refusesWhatIsWrongNamesItAndStoresNothing() {
        TestClinic clinic = others.clinic();
        String client = others.client(clinic).value();

        assertThat(new BadInput(port, clinic.artist(), clinic.manager(), others.boss(), client)
                        .wronglyAnswered(mongo.getDb()))
                .isEmpty();
    }
}
