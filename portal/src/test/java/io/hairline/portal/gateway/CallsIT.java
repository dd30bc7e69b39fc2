package io.hairline.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsIT extends PortalIT {

    @Test
    void passesACallOnAsItIs() throws Exception {
        Received received = booking.echoes();

        var answer = send(request("/api/v1/appointments?clinicId=cln_1&note=a%20b%2Bc&clinicId=cln_2")
                .header("Authorization", "Bearer t")
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"clientId\":\"cli_1\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"clientId\":\"cli_1\"}");
        assertThat(received.line())
                .startsWith("POST /api/v1/appointments?")
                .contains("clinicId=cln_1", "clinicId=cln_2", "note=a%20b%2Bc");
        assertThat(received.header("Authorization")).containsExactly("Bearer t");
        assertThat(received.header("Idempotency-Key")).containsExactly("k");
    }

    @Test
    void saysWhereACallComesFromAndBelievesNoVisitorAboutIt() throws Exception {
        Received received = booking.echoes();

        send(request("/api/v1/clients")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=203.0.113.9;host=evil.example"));

        assertThat(received.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(received.header("X-Forwarded-Proto")).containsExactly("https");
        assertThat(received.header("X-Forwarded-Host")).containsExactly("brand.example");
        assertThat(received.header("X-Forwarded-Port")).containsExactly("443");
        assertThat(received.header("Forwarded")).isEmpty();
    }

    @Test
    void keepsTheCorrelationIdOfAProgramAndGivesOneToEverybodyElse() throws Exception {
        Received received = booking.echoes();

        var given = send(request("/api/v1/clients").header("X-Correlation-Id", "import-17"));

        assertThat(received.header("X-Correlation-Id")).containsExactly("import-17");
        assertThat(given.headers().allValues("X-Correlation-Id")).containsExactly("import-17");

        var made = send(request("/api/v1/clients").header("X-Correlation-Id", "no spaces, please"));

        assertThat(made.headers().firstValue("X-Correlation-Id"))
                .hasValueSatisfying(it -> assertThat(it).hasSize(36))
                .hasValue(received.header("X-Correlation-Id").getFirst());
    }

    @Test
    void sendsAClinicsCalendarToBookingAndTheClinicToHeadOffice() throws Exception {
        Received received = booking.echoes();

        assertThat(send(request("/api/v1/clinics/cln_1/calendar?date=2026-11-23"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(received.line()).isEqualTo("GET /api/v1/clinics/cln_1/calendar?date=2026-11-23");
        assertThat(send(request("/api/v1/clinics/cln_1")).body()).contains("Head office isn't answering");
    }

    @Test
    void answersAProblemForAServiceThatIsAway() throws Exception {
        var answer = send(request("/api/v1/charts/cli_1"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"type\":\"/problems/service-unavailable\"");
    }

    @Test
    void doesNotWaitForASilentService() throws Exception {
        var released = new CountDownLatch(1);
        booking.does(exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(send(request("/api/v1/holds")).statusCode()).isEqualTo(503);

        released.countDown();
    }

    @Test
    void waitsLongerForAServicesDocumentWhichIsWorkedOutWhenItIsAskedFor() throws Exception {
        var never = new CountDownLatch(1);
        booking.does(exchange -> {
            try {
                never.await(900, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Upstream.answer(exchange, 200, "{}");
        });

        assertThat(send(request("/api/docs/booking")).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAProblemWhereThereIsNothing() throws Exception {
        var answer = send(request("/api/v1/tenants"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/clients/%2e%2e/x", "/api/v1/clients/a%2Fb", "/api/v1/clients/a%5Cb", "/login;x/"})
    void refusesPathsThatCanBeReadInTwoWays(String path) throws Exception {
        identity.echoes();
        booking.echoes();

        assertThat(send(request(path)).statusCode()).isBetween(400, 404);
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherAnnouncedOrNot() throws Exception {
        booking.echoes();
        byte[] large = new byte[64 * 1024 + 1];

        var announced = send(request("/api/v1/clients").POST(BodyPublishers.ofByteArray(large)));
        var unannounced = send(
                request("/api/v1/clients").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(unannounced.body()).contains("/problems/too-large");
    }

    @Test
    void letsNothingOnTheWayKeepAnAnswer() throws Exception {
        booking.does(exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            Upstream.answer(exchange, 200, "{}");
        });

        assertThat(send(request("/api/v1/clients/cli_1")).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @RepeatedTest(10)
    void givesItsConnectionBackAfterAnAnswerTheVisitorAlreadyHas() throws Exception {
        booking.does(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            Upstream.answer(exchange, 200, "{\"version\":3}");
        });

        assertThat(send(request("/api/v1/clients/cli_1").header("If-None-Match", "\"3\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void passesFormsRedirectsAndCookiesToAndFromIdentity() throws Exception {
        Received received = new Received();
        identity.does(exchange -> {
            received.note(exchange, exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().set("Location", "https://brand.example/login?error");
            exchange.getResponseHeaders().add("Set-Cookie", "a=1; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2; HttpOnly");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
            Upstream.answer(exchange, 302, "");
        });

        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=head-office&password=a%2Bb+c%26%C3%A9")));

        assertThat(received.body()).isEqualTo("username=head-office&password=a%2Bb+c%26%C3%A9");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://brand.example/login?error");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactlyInAnyOrder("a=1; HttpOnly", "b=2; HttpOnly");
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'");
    }

    @Test
    void servesTheReferenceOfEachServiceUnderOneRoof() throws Exception {
        Received received = booking.echoes();

        assertThat(send(request("/api/docs/booking")).statusCode()).isEqualTo(200);
        assertThat(received.line()).isEqualTo("GET /v3/api-docs");
    }
}
