package io.hairline.portal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.hairline.portal.gateway.PortalIT;
import io.hairline.portal.gateway.Received;
import io.hairline.portal.gateway.Upstream;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages that visitors only read, in a demo, whose clock they ask for. */
class VisitorPagesIT extends PortalIT {

    private static final Upstream HEAD_OFFICE = new Upstream();
    private static final String CLINIC = """
            {"id": "cln_1", "code": "BER", "name": "Hairline Berlin", "regionId": "reg_1", "zone": "Europe/Berlin",
             "currency": "EUR", "latitude": 52.5, "longitude": 13.4}""";

    @DynamicPropertySource
    static void aDemo(DynamicPropertyRegistry registry) {
        registry.add("hairline.demo", () -> true);
        registry.add("hairline.services.headoffice", HEAD_OFFICE::address);
    }

    /** Identity gives few tokens to one address, which a whole office or a telephone network may share. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/clinics", "/visit", "/ask"})
    void needNoTokenOfIdentity(String path) throws Exception {
        HEAD_OFFICE.does(it -> Upstream.json(it, "{\"items\": [" + (asksFor(it, "/clinics") ? CLINIC : "") + "]}"));
        booking.does(VisitorPagesIT::clockAndTimes);
        Received asked = identity.echoes();

        HttpResponse<String> page = send(request(path).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(asked.isEmpty()).isTrue();
        if (!path.equals("/")) {
            assertThat(page.body()).contains("Hairline Berlin");
        }
    }

    private static void clockAndTimes(HttpExchange it) throws IOException {
        Upstream.json(it, asksFor(it, "/demo/clock") ? "{\"instant\": \"2030-05-06T08:00:00Z\"}" : "{\"items\": []}");
    }

    private static boolean asksFor(HttpExchange it, String resource) {
        return it.getRequestURI().getPath().equals("/api/v1" + resource);
    }
}
