package io.hairline.portal.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.hairline.portal.gateway.Browser;
import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Upstream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the link of a letter opens does what its page said, or says what has changed and asks again. */
class LinkPagesIT extends PortalIT {

    private static final Upstream HEAD_OFFICE = new Upstream();
    private static final String PAGE = "/a/a-secret";
    private static final Pattern HIDDEN =
            Pattern.compile("type=\"hidden\" name=\"(once|version|loses)\" value=\"([^\"]*)\"");

    private final List<String> changes = new CopyOnWriteArrayList<>();
    private volatile int version = 3;
    private volatile String status = "CONFIRMED";
    private volatile String lost = "0.00";

    @DynamicPropertySource
    static void aDemo(DynamicPropertyRegistry registry) {
        registry.add("hairline.demo", () -> true);
        registry.add("hairline.services.headoffice", HEAD_OFFICE::address);
    }

    @BeforeEach
    void servicesAnswer() {
        HEAD_OFFICE.does(it -> Upstream.json(it, """
                {"items": [{"id": "cln_1", "code": "BER", "name": "Hairline Berlin", "regionId": "reg_1",
                  "zone": "Europe/Berlin", "currency": "EUR", "latitude": 52.5, "longitude": 13.4}]}"""));
        identity.does(it -> Upstream.json(it, "{\"access_token\": \"a-guest\", \"expires_in\": 900}"));
        booking.does(this::answer);
    }

    private void answer(HttpExchange it) throws IOException {
        String path = it.getRequestURI().getPath();
        String match = it.getRequestHeaders().getFirst("If-Match");
        it.getRequestBody().readAllBytes();
        if (path.endsWith("/demo/clock")) {
            Upstream.json(it, "{\"instant\": \"2030-05-06T08:00:00Z\"}");
        } else if (path.endsWith("/cancellation-cost")) {
            Upstream.json(it, """
                    {"refund": {"amount": 0.00, "currency": "EUR"}, "fee": {"amount": 0, "currency": "EUR"},
                     "lost": {"amount": %s, "currency": "EUR"},
                     "window": {"noticeHours": 47, "refundPercent": 50, "late": true}}""".formatted(lost));
        } else if (path.endsWith("/availability")) {
            Upstream.json(it, "{\"items\": []}");
        } else if (!it.getRequestMethod().equals("POST")) {
            Upstream.json(it, appointment());
        } else if (match != null && match.equals("\"" + version + "\"")) {
            changes.add(path.replaceFirst(".*/", ""));
            status = path.endsWith("/cancel") ? "CANCELLED" : status;
            Upstream.json(it, appointment());
        } else {
            byte[] stale = "{\"type\": \"/problems/stale-version\", \"detail\": \"It has changed.\"}"
                    .getBytes(StandardCharsets.UTF_8);
            it.getResponseHeaders().set("Content-Type", "application/problem+json");
            it.sendResponseHeaders(412, stale.length);
            it.getResponseBody().write(stale);
        }
    }

    private String appointment() {
        return """
                {"id": "apt_1", "version": %1$d, "status": "%2$s", "clinicId": "cln_1", "practitionerId": "prc_1",
                 "serviceCode": "SESSION_1", "startsAt": "2030-05-0%1$dT10:00:00+02:00",
                 "endsAt": "2030-05-0%1$dT14:00:00+02:00", "localStart": "2030-05-0%1$dT10:00:00",
                 "zone": "Europe/Berlin"}""".formatted(version, status);
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        Matcher found = HIDDEN.matcher(page.body());
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        return fields;
    }

    @BeforeEach
    void isToCome() {
        version = 8;
    }

    @Test
    void cancelsWhatThePageShowed() throws Exception {
        Browser visitor = browser();

        HttpResponse<String> done = visitor.post(PAGE + "/cancel", fields(visitor.open(PAGE + "/cancel")));

        assertThat(changes).containsExactly("cancel");
        assertThat(done.uri().getPath()).isEqualTo(PAGE);
    }

    @Test
    void asksAgainWhereTheAppointmentWasMovedMeanwhile() throws Exception {
        Browser visitor = browser();
        Map<String, String> shown = fields(visitor.open(PAGE + "/cancel"));
        version = 9;

        HttpResponse<String> again = visitor.post(PAGE + "/cancel", shown);

        assertThat(changes).isEmpty();
        assertThat(again.body())
                .contains("was changed since you opened the page", "9 May 2030", "name=\"version\" value=\"9\"");
        visitor.post(PAGE + "/cancel", fields(again));
        assertThat(changes).containsExactly("cancel");
    }

    @Test
    void asksAgainWhereMoreIsLostThanThePageShowed() throws Exception {
        Browser visitor = browser();
        Map<String, String> shown = fields(visitor.open(PAGE + "/cancel"));
        lost = "100.00";

        HttpResponse<String> again = visitor.post(PAGE + "/cancel", shown);

        assertThat(changes).isEmpty();
        assertThat(again.body())
                .contains("The cost has changed", "You lose €100.00", "name=\"loses\" value=\"100.00\"");
        visitor.post(PAGE + "/cancel", fields(again));
        assertThat(changes).containsExactly("cancel");
    }

    @Test
    void movesWhatThePageShowed() throws Exception {
        Browser visitor = browser();
        Map<String, String> shown = fields(visitor.open(PAGE + "/move/review?" + slot("2030-05-20T08:00:00Z")));
        shown.putAll(Map.of(
                "clinicId", "cln_1",
                "practitionerId", "prc_1",
                "serviceCode", "SESSION_1",
                "startsAt", "2030-05-20T08:00:00Z"));
        version = 9;

        HttpResponse<String> again = visitor.post(PAGE + "/move", shown);

        assertThat(changes).isEmpty();
        assertThat(again.body()).contains("was changed since you opened the page", "9 May 2030");
    }

    private static String slot(String startsAt) {
        return "clinicId=cln_1&practitionerId=prc_1&serviceCode=SESSION_1&startsAt=" + startsAt;
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED,8", "CONFIRMED,5"})
    void sayAtOnceWhatCanNoLongerBeMoved(String state, int day) throws Exception {
        status = state;
        version = day;
        Browser visitor = browser();

        for (String path : List.of("/move", "/move/review?" + slot("2030-05-20T08:00:00Z"))) {
            assertThat(visitor.open(PAGE + path).body())
                    .contains("can’t be moved any more", "href=\"/visit\"")
                    .doesNotContain("Moving is free");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-13-01", "", "tomorrow"})
    void nameATimeThatIsNone(String startsAt) throws Exception {
        HttpResponse<String> page = browser().open(PAGE + "/move/review?" + slot(startsAt));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Start: must be a time that there is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "9999-99-99"})
    void nameADayThatIsNone(String day) throws Exception {
        HttpResponse<String> page = browser().open(PAGE + "/move?day=" + day);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Day: must be a day that there is");
    }
}
