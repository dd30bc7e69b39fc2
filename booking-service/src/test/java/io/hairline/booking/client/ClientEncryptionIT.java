package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.AtRest;
import io.hairline.kit.testing.Calls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnBooking
class ClientEncryptionIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    @Test
    void leavesNothingReadableInTheDatabase() {
        Calls calls = new Calls(port);
        TestClinic clinic = town.clinic("Europe/London", 1, 1);
        Map<String, Object> newcomer = Town.newcomer(clinic);
        String name = newcomer.get("givenName") + " " + newcomer.get("familyName");
        String birth = String.valueOf(newcomer.get("dateOfBirth"));
        String email = String.valueOf(newcomer.get("email"));
        String phone = String.valueOf(newcomer.get("phone"));

        String id = calls.post(clinic.desk(), "/clients", newcomer).id();

        assertThat(AtRest.everything(mongo.getDb()).toLowerCase(Locale.ROOT))
                .contains(id)
                .doesNotContain(name.toLowerCase(Locale.ROOT).split(" "))
                .doesNotContain(email, phone, birth);
        for (String query : List.of(email, phone, name + " " + birth)) {
            String found = "/clients?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            assertThat(calls.get(clinic.desk(), found).text("/items/0/id")).isEqualTo(id);
        }
    }
}
