package io.hairline.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.hairline.portal.gateway.Browser;
import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Upstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A visitor books the time that the page showed, whatever was chosen in another window since. */
class HeldTimesIT extends PortalIT {

    private static final Upstream HEAD_OFFICE = new Upstream();
    private static final Map<String, String> NAME = Map.of(
            "givenName", "Robin", "dateOfBirth", "1990-01-01", "email", "robin@example.org", "phone", "+49 30 1");

    private static final Pattern DETAILS = Pattern.compile("name=\"details\" value=\"([^\"]+)\"");

    private final List<String> booked = new CopyOnWriteArrayList<>();
    private final List<String> released = new CopyOnWriteArrayList<>();

    @DynamicPropertySource
    static void aDemo(DynamicPropertyRegistry registry) {
        registry.add("hairline.demo", () -> true);
        registry.add("hairline.services.headoffice", HEAD_OFFICE::address);
    }

    @BeforeEach
    void servicesAnswer() {
        HEAD_OFFICE.does(it -> Upstream.json(
                it,
                "{\"items\": ["
                        + (it.getRequestURI().getPath().equals("/api/v1/clinics")
                                ? clinic("berlin", "Europe/Berlin") + "," + clinic("london", "Europe/London")
                                : "")
                        + "]}"));
        identity.does(it -> Upstream.json(it, "{\"access_token\": \"a-guest\", \"expires_in\": 900}"));
        booking.does(this::book);
    }

    private static String clinic(String name, String zone) {
        return """
                {"id": "cln_%1$s", "code": "%1$s", "name": "Hairline %1$s", "regionId": "reg_1", "zone": "%2$s",
                 "currency": "EUR", "latitude": 52.5, "longitude": 13.4}""".formatted(name, zone);
    }

    private void book(HttpExchange it) throws IOException {
        String body = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = it.getRequestMethod() + " " + it.getRequestURI().getPath();
        switch (call) {
            case "GET /api/v1/demo/clock" -> Upstream.json(it, "{\"instant\": \"2030-05-06T08:00:00Z\"}");
            case "POST /api/v1/holds" -> Upstream.json(it, hold(body.contains("cln_berlin") ? "berlin" : "london"));
            case "POST /api/v1/clients" -> Upstream.json(it, "{\"id\": \"cli_1\"}");
            case "POST /api/v1/appointments" -> {
                booked.add(body);
                Upstream.json(it, "{\"id\": \"apt_1\", \"status\": \"CONFIRMED\"}");
            }
            default -> {
                if (it.getRequestMethod().equals("DELETE")) {
                    released.add(call);
                }
                Upstream.json(it, "{\"items\": []}");
            }
        }
    }

    private static String hold(String name) {
        return """
                {"id": "hld_%1$s", "token": "token-%1$s", "expiresAt": "2030-05-06T08:10:00Z", "slot": {"id": "apt_%1$s",
                 "version": 1, "status": "HELD", "clinicId": "cln_%1$s", "practitionerId": "prc_1",
                 "serviceCode": "CONSULTATION", "startsAt": "2030-05-07T10:00:00+02:00",
                 "endsAt": "2030-05-07T10:45:00+02:00", "localStart": "2030-05-07T10:00:00",
                 "zone": "Europe/%2$s"}}""".formatted(name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private static Browser choosing(Browser it, String clinic) throws Exception {
        it.open("/visit");
        var details = it.post(
                "/visit/hold",
                Map.of(
                        "clinicId", "cln_" + clinic,
                        "practitionerId", "prc_1",
                        "serviceCode", "CONSULTATION",
                        "startsAt", "2030-05-07T08:00:00Z",
                        "once", "once-" + clinic));
        assertThat(details.body()).contains("Hairline " + clinic, "value=\"hld_" + clinic + "\"");
        return it;
    }

    private static Map<String, String> details(String clinic) {
        Map<String, String> fields = new HashMap<>(NAME);
        fields.put("hold", "hld_" + clinic);
        return fields;
    }

    @Test
    void bookWhatTheirFormShows() throws Exception {
        Browser visitor = choosing(browser(), "berlin");
        String review = visitor.post("/visit/details", details("berlin")).body();
        assertThat(review).contains("value=\"hld_berlin\"");

        visitor.post("/visit/confirm", confirmed(review));

        assertThat(booked).singleElement().asString().contains("hld_berlin");
    }

    private static Map<String, String> confirmed(String review) {
        Matcher shown = DETAILS.matcher(review);
        assertThat(shown.find()).isTrue();
        return Map.of("hold", "hld_berlin", "details", shown.group(1));
    }

    /** Two windows share what was typed last. */
    @Test
    void areBookedForNobodyButThePersonWhomTheReviewShows() throws Exception {
        Browser visitor = choosing(browser(), "berlin");
        String robin = visitor.post("/visit/details", details("berlin")).body();
        Map<String, String> carl = details("berlin");
        carl.put("givenName", "Carl");
        visitor.post("/visit/details", carl);

        String again = visitor.post("/visit/confirm", confirmed(robin)).body();

        assertThat(booked).isEmpty();
        assertThat(again).contains("Other details were entered since", "<dd>Carl</dd>");
        visitor.post("/visit/confirm", confirmed(again));
        assertThat(booked).singleElement().asString().contains("hld_berlin");
    }

    @Test
    void bookNothingFromTheFormOfAnEarlierOne() throws Exception {
        Browser visitor = choosing(browser(), "berlin");
        choosing(visitor, "london");

        var refused = visitor.post("/visit/confirm", Map.of("hold", "hld_berlin"));
        var alsoRefused = visitor.post("/visit/details", details("berlin"));
        visitor.post("/visit/release", Map.of("hold", "hld_berlin"));

        assertThat(booked).isEmpty();
        assertThat(released).containsExactly("DELETE /api/v1/holds/hld_berlin");
        assertThat(List.of(refused, alsoRefused))
                .allSatisfy(it -> assertThat(it.body())
                        .contains("Another time was chosen since", "value=\"cln_london\" selected")
                        .doesNotContain("/visit/confirm"));
        assertThat(visitor.open("/visit/details").body())
                .as("what was typed in the earlier window needn't be typed again")
                .contains("Hairline london", "value=\"Robin\"");
    }

    @Test
    void nameTheClinicsZoneBeforeTheyAreBooked() throws Exception {
        Browser visitor = choosing(browser(), "london");

        assertThat(visitor.open("/visit/details").body()).contains("(local time at the clinic: ");
    }

    /** A browser loads the address of the refused form again. */
    @Test
    void areShownAgainWhereARefusedFormIsReloaded() throws Exception {
        Browser visitor = choosing(browser(), "berlin");

        assertThat(visitor.open("/visit/confirm").body()).contains("Hairline berlin", "name=\"givenName\"");
    }
}
