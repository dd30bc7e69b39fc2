package io.hairline.booking.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.AtRest;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnBooking
class EnquiryIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    private Calls calls;
    private TestClinic clinic;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
    }

    private Answer ask(String contact) {
        return calls.post(
                Town.guest(),
                "/enquiries",
                Map.of(
                        "name",
                        "Quentin Q",
                        "contact",
                        contact,
                        "wish",
                        "Do you treat scars?",
                        "clinicId",
                        clinic.id()));
    }

    @Test
    void becomesAClientWhenThePersonRegisters() {
        Map<String, Object> newcomer = Town.newcomer(clinic);
        Answer asked = ask(String.valueOf(newcomer.get("email")).toUpperCase(java.util.Locale.ROOT));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);

        Answer registered = calls.post(Town.guest(), "/clients", newcomer);

        Answer enquiry = calls.get(clinic.desk(), "/enquiries/" + asked.id());
        assertThat(enquiry.text("/status")).isEqualTo("CONVERTED");
        assertThat(enquiry.text("/clientId")).isEqualTo(registered.id());
        ask("+44 7400 555002");
        Answer conversion = calls.get(clinic.desk(), "/enquiries/conversion?clinicId=" + clinic.id());
        assertThat(conversion.body().path("received").asInt()).isEqualTo(2);
        assertThat(conversion.body().path("converted").asInt()).isEqualTo(1);
        assertThat(conversion.body().path("percent").asInt()).isEqualTo(50);
        assertThat(AtRest.everything(mongo.getDb())).contains(asked.id()).doesNotContain("Do you treat scars?");
    }

    @Test
    void isReadByTheClinicThatWasAskedAlone() {
        String id = ask("+44 7400 555001").id();
        TestClinic other = town.clinic("Europe/London", 1, 1);

        assertThat(calls.get(clinic.desk(), "/enquiries?status=OPEN&clinicId=" + clinic.id())
                        .text("/items/0/wish"))
                .isEqualTo("Do you treat scars?");
        assertThat(calls.get(other.desk(), "/enquiries/" + id).status()).isEqualTo(404);
        assertThat(calls.get(Town.guest(), "/enquiries/" + id).status()).isEqualTo(403);
        assertThat(calls.get(clinic.desk(), "/enquiries").status()).isEqualTo(404);
        assertThat(calls.get(town.boss(), "/enquiries").status()).isEqualTo(200);
        assertThat(ask("at home").text("/errors/0/field")).isEqualTo("contact");
        String close = "/enquiries/" + id + "/close";
        assertThat(calls.post(clinic.desk(), close, Map.of("reasonCode", "BORED"))
                        .status())
                .isEqualTo(400);
        assertThat(calls.post(clinic.desk(), close, Map.of("reasonCode", "ANSWERED"))
                        .text("/status"))
                .isEqualTo("CLOSED");
        assertThat(calls.post(clinic.desk(), close, Map.of("reasonCode", "ANSWERED"))
                        .problem())
                .isEqualTo("/problems/illegal-move");
    }
}
