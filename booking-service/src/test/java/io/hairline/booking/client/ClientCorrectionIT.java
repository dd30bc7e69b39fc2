package io.hairline.booking.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.contracts.ClientId;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@OnBooking
class ClientCorrectionIT {

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    MongoTemplate mongo;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> known;
    private String id;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        known = Town.newcomer(clinic);
        id = calls.post(clinic.desk(), "/clients", known).id();
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(known);
        body.put(field, value);
        return body;
    }

    private Answer put(String who, Map<String, Object> body, String version) {
        return calls.call(who, "PUT", "/clients/" + id, body, Map.of("If-Match", "\"" + version + "\""));
    }

    private List<String> found(String query) {
        return calls.get(clinic.desk(), "/clients?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .body()
                .at("/items")
                .findValuesAsString("id");
    }

    @Test
    void changesTheContactAndWhatTheClientIsFoundBy() {
        String old = String.valueOf(known.get("email"));

        Answer changed = put(id, with("email", "Renamed." + id + "@example.com"), "1");

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.text("/version")).isEqualTo("2");
        assertThat(changed.text("/email")).isEqualTo("Renamed." + id + "@example.com");
        assertThat(found("renamed." + id + "@example.com")).containsExactly(id);
        assertThat(found(old)).isEmpty();
        assertThat(mongo.getCollection("events")
                        .find(new org.bson.Document("aggregateId", id))
                        .map(it -> it.getString("type"))
                        .into(new java.util.ArrayList<>()))
                .contains("booking.ClientContactChanged.v1");
        assertThat(put(clinic.desk(), with("phone", "+447400999999"), "1").problem())
                .isEqualTo("/problems/stale-version");
        assertThat(put(clinic.desk(), with("familyName", "Renamed"), "2").text("/familyName"))
                .isEqualTo("Renamed");
        assertThat(found("Renamed")).contains(id);
    }

    @Test
    void isForTheClientAndTheDesksThatTheyHaveBeenTo() {
        TestClinic other = town.clinic("Europe/Paris", 1, 1);
        String stranger = Town.client(calls, clinic);

        for (String who : List.of(stranger, Town.guest(), other.desk())) {
            assertThat(put(who, with("language", "fr"), "1").status()).isEqualTo(404);
        }
        assertThat(put(clinic.regionManager(), with("language", "fr"), "1").status())
                .isEqualTo(403);
        Answer booked = calls.post(other.desk(), "/appointments", other.slotFor(id, "TOUCH_UP", other.at(9, 0)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(put(other.desk(), with("language", "fr"), "1").status())
                .as("a booking of its own is no reason")
                .isEqualTo(404);
    }

    @Test
    void takesANewDateOfBirthFromStaffWithAReasonAlone() {
        Map<String, Object> born = with("dateOfBirth", "1961-02-03");

        Answer byTheClient = put(id, born, "1");
        Answer withoutReason = put(clinic.desk(), born, "1");
        born.put("reasonCode", "DOCUMENT_SEEN");
        Answer corrected = put(clinic.desk(), born, "1");

        assertThat(byTheClient.text("/errors/0/field")).isEqualTo("dateOfBirth");
        assertThat(withoutReason.text("/errors/0/field")).isEqualTo("reasonCode");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.text("/dateOfBirth")).isEqualTo("1961-02-03");
    }

    @Test
    void refusesWhatIsNoLanguageNoNameAndNoAdult() {
        Map<String, Object> wrong = Map.of(
                "language", "xx",
                "givenName", "A\u202EB",
                "familyName", "B\nC",
                "zone", "Europe/Atlantis",
                "homeClinicId", "cln_01kb3xxqkfbf5kznwj47tan9zt");

        wrong.forEach((field, value) -> {
            Answer refused = put(id, with(field, value), "1");
            assertThat(refused.status()).as(field + refused.body()).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        });
        assertThat(calls.post(clinic.desk(), "/clients", with("dateOfBirth", "2020-01-01"))
                        .problem())
                .isEqualTo("/problems/client-underage");
    }

    @Test
    void knowsPeopleByTheNamesTheyHave() {
        for (String name : List.of("O", "Nuñez-O’Brien", "王", "नमिता", "ﾀﾛｳ")) {
            Map<String, Object> single = Town.newcomer(clinic);
            single.put("givenName", name);
            single.remove("familyName");

            Answer registered = calls.post(clinic.desk(), "/clients", single);

            assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
            assertThat(registered.text("/familyName")).isEmpty();
            assertThat(found(name)).as(name).contains(new ClientId(registered.id()).value());
        }
    }

    @Test
    void limitsAndRecordsWhatIsLookedForBeyondTheOwnClinics() {
        TestClinic other = town.clinic("Europe/Paris", 1, 1);
        for (int guess = 0; guess < 20; guess++) {
            assertThat(calls.get(other.desk(), "/clients?query=%2B4474001999" + (10 + guess))
                            .status())
                    .isEqualTo(200);
        }

        Answer refused = calls.get(other.desk(), "/clients?query=" + known.get("email"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(calls.get(other.desk(), "/clients?query=Ada").status()).isEqualTo(200);
        assertThat(mongo.getCollection("brand_wide_searches")
                        .countDocuments(new org.bson.Document("who", other.desk())))
                .isEqualTo(21);
    }
}
