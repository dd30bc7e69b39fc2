package io.hairline.booking.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class ClientNamesIT {

    private static final String NOBODY = "cli_01kb3xxqkfbf5kznwj47tan9zt";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    private Calls calls;
    private TestClinic clinic;

    @BeforeEach
    void open() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
    }

    private Answer names(String who, String ids) {
        return calls.get(who, "/clients/names?id=" + ids);
    }

    @Test
    void tellsTheNamesOfManyTogetherAndLeavesOutWhomItDoesNotKnow() {
        Map<String, Object> known = Town.newcomer(clinic);
        String one = calls.post(clinic.desk(), "/clients", known).id();
        String other = Town.client(calls, clinic);

        Answer named = names(clinic.desk(), one + "," + NOBODY + "," + other);

        assertThat(named.status()).as(named.body().toString()).isEqualTo(200);
        assertThat(named.body().at("/items").findValuesAsString("id")).containsExactlyInAnyOrder(one, other);
        assertThat(named.body().at("/items").findValuesAsString("givenName")).contains("" + known.get("givenName"));
        assertThat(named.body().at("/items").findValues("masked")).noneMatch(it -> it.asBoolean());
    }

    @Test
    void cutsTheNamesForClinicsThatAClientDoesNotVisit() {
        String client = Town.client(calls, clinic);
        TestClinic other = town.clinic("Europe/Paris", 1, 1);

        Answer before = names(other.desk(), client);
        calls.post(other.desk(), "/appointments", other.slotFor(client, "CONSULTATION", other.at(9, 0)));
        Answer after = names(other.desk(), client);

        assertThat(before.body().at("/items/0/masked").asBoolean()).isTrue();
        assertThat(before.text("/items/0/givenName")).endsWith("…");
        assertThat(after.body().at("/items/0/masked").asBoolean()).isFalse();
    }

    @Test
    void namesTheSurvivorOfAMergedRecord() {
        String survivor = Town.client(calls, clinic);
        String merged = Town.client(calls, clinic);
        calls.post(clinic.desk(), "/clients/" + merged + "/merge", Map.of("intoId", survivor));

        Answer named = names(clinic.desk(), survivor + "," + merged);

        assertThat(named.body().at("/items").findValuesAsString("id")).containsExactly(survivor);
    }

    @Test
    void isForStaffAloneAndForSoManyAtATime() {
        String client = Town.client(calls, clinic);

        assertThat(names(client, client).status()).isEqualTo(403);
        assertThat(names(Town.guest(), client).status()).isEqualTo(403);
        assertThat(names(clinic.desk(), "apt_1").text("/errors/0/field")).isEqualTo("id");
        assertThat(names(clinic.desk(), "").text("/errors/0/field")).isEqualTo("id");
        String many = IntStream.range(0, 201).mapToObj("cli_%026d"::formatted).collect(Collectors.joining(","));
        assertThat(names(clinic.desk(), many).text("/errors/0/field")).isEqualTo("id");
    }
}
