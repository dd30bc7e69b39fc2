package io.hairline.booking.pastappointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hairline.booking.OnBooking;
import io.hairline.booking.TestClinic;
import io.hairline.booking.Town;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.testing.Calls;
import io.hairline.kit.testing.Calls.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnBooking
class PastAppointmentIT {

    private static final String NAMES = "email;phone;date;time;serviceCode;outcome\n";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    EventLog eventLog;

    private Calls calls;
    private TestClinic clinic;
    private Map<String, Object> person;
    private String client;

    @BeforeEach
    void register() {
        calls = new Calls(port);
        clinic = town.clinic("Europe/London", 1, 1);
        person = Town.newcomer(clinic);
        client = calls.post(clinic.desk(), "/clients", person).id();
    }

    private Answer send(String who, String lines, boolean dryRun) {
        Answer sent = calls.post(
                who,
                "/past-appointments/import?clinicId=" + clinic.id() + "&dryRun=" + dryRun,
                NAMES + lines,
                Map.of("Content-Type", "text/csv"));
        String id = sent.body().path("importId").asString(null);
        if (id != null) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> calls.get(who, "/table-imports/" + id)
                            .text("/status")
                            .equals("DONE"));
        }
        return sent;
    }

    private String email() {
        return String.valueOf(person.get("email"));
    }

    private Answer list(String who, String whose) {
        return calls.get(who, "/past-appointments?clientId=" + whose);
    }

    @Test
    void recordsThePastOnceAndNothingFollowsFromIt() {
        String table = email() + ";;2023-03-14;10:30;SESSION_1;\n" + ";" + person.get("phone")
                + ";2023-04-02;;SESSION_2;NO_SHOW\n";

        Answer dry = send(clinic.manager(), table, true);
        assertThat(dry.status()).as(dry.body().toString()).isEqualTo(200);
        assertThat(dry.body().path("accepted").asInt()).isEqualTo(2);
        assertThat(list(clinic.desk(), client).body().path("items").size()).isZero();

        Answer done = send(clinic.manager(), table, false);
        assertThat(done.body().path("accepted").asInt()).isEqualTo(2);
        Answer again = send(clinic.manager(), table + email() + ";;2023-05-02;09:00;SESSION_3;COMPLETED", false);
        assertThat(again.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);

        Answer past = list(client, client);
        assertThat(past.body().at("/items").findValuesAsString("serviceCode"))
                .containsExactly("SESSION_3", "SESSION_2", "SESSION_1");
        assertThat(past.text("/items/1/outcome")).isEqualTo("NO_SHOW");
        assertThat(past.text("/items/2/localStart")).startsWith("2023-03-14T10:30");
        assertThat(eventLog.history(past.text("/items/0/id")).stream().map(it -> it.type()))
                .containsExactly("booking.PastAppointmentRecorded.v1");
        assertThat(calls.get(clinic.desk(), "/appointments?clientId=" + client)
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(calls.get(clinic.desk(), "/appointments?clinicId=" + clinic.id() + "&date=2023-03-14")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(calls.get(clinic.desk(), "/ledger?clientId=" + client)
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void recordsNothingOfATableWithErrorsAndNamesEach() {
        TestClinic other = town.clinic("Europe/London", 1, 1);
        Map<String, Object> foreigner = Town.newcomer(other);
        calls.post(other.desk(), "/clients", foreigner);
        String table = email() + ";;2023-03-14;10:30;SESSION_1;\n"
                + email() + ";;2023-03-14;10:30;SESSION_1;\n"
                + foreigner.get("email") + ";;2023-03-14;;SESSION_1;\n"
                + email() + ";;2123-03-14;;SESSION_1;\n"
                + email() + ";;2023-02-30;;SESSION_1;\n"
                + email() + ";;2023-03-14;25:00;SESSION_1;\n"
                + email() + ";;2023-03-14;;HAIRCUT;\n"
                + email() + ";;2023-03-15;;SESSION_1;MAYBE\n"
                + ";;2023-03-16;;SESSION_1;\n";

        Answer dry = send(clinic.manager(), table, true);

        assertThat(dry.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(dry.body()
                        .path("errors")
                        .valueStream()
                        .map(it ->
                                it.path("line").asInt() + " " + it.path("field").asString()))
                .containsExactly(
                        "3 line", "4 email", "5 date", "6 date", "7 time", "8 serviceCode", "9 outcome", "10 email");
        Answer refused = send(clinic.manager(), table, false);
        assertThat(refused.problem()).isEqualTo("/problems/import-refused");
        assertThat(list(clinic.desk(), client).body().path("items").size()).isZero();
    }

    @Test
    void isForThoseWhoRunTheClinicAndGoesWithTheClient() {
        String line = email() + ";;2023-03-14;10:30;SESSION_1;\n";
        assertThat(send(clinic.desk(), line, true).status()).isEqualTo(403);
        assertThat(send(town.clinic("Europe/London", 1, 1).manager(), line, true)
                        .status())
                .isEqualTo(404);
        send(clinic.manager(), line, false);
        assertThat(list(town.clinic("Europe/London", 1, 1).desk(), client)
                        .body()
                        .path("items")
                        .size())
                .isZero();

        Map<String, Object> again = new HashMap<>(person);
        again.put("email", "other." + person.get("email"));
        again.put("phone", "+447999" + email().replaceAll("\\D", "1234567").substring(0, 6));
        again.put("allowDuplicate", true);
        String survivor = calls.post(clinic.desk(), "/clients", again).id();
        calls.post(clinic.desk(), "/clients/" + client + "/merge", Map.of("intoId", survivor));
        assertThat(list(clinic.desk(), survivor).body().path("items").size()).isEqualTo(1);
        assertThat(send(clinic.manager(), line, false).body().path("unchanged").asInt())
                .isEqualTo(1);

        Answer erasure = calls.post(clinic.manager(), "/clients/" + survivor + "/erase", null);
        assertThat(erasure.body().at("/services/0/erased").valueStream().map(it -> it.asString()))
                .contains("PAST_APPOINTMENTS");
        assertThat(list(clinic.desk(), survivor).body().path("items")).isEmpty();
        assertThat(List.of(send(clinic.manager(), line, true).text("/errors/0/field")))
                .containsExactly("email");
    }
}
