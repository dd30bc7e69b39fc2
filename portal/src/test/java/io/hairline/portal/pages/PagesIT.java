package io.hairline.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.PortalIT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

class PagesIT extends PortalIT {

    @Value("${local.management.port}")
    int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problems",
                "/problems/slot-taken",
                "/api/booking",
                "/api/headoffice",
                "/developers",
                "/developers/components",
                "/no/such/page"
            })
    void fetchesNothingFromElsewhereAndRunsNoInlineScript(String path) throws Exception {
        HttpResponse<String> page = send(request(path).header("Accept", "text/html"));

        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("text/html"));
        assertThat(page.body()).contains("<main id=\"main\"").doesNotContain("src=\"http", "href=\"http", "style=\"");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        it -> assertThat(it).startsWith("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void saysWhatAProblemMeansAtItsType() throws Exception {
        HttpResponse<String> page = send(request("/problems/slot-taken"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("slot-taken", "409 Conflict", "What to do.");
        assertThat(send(request("/problems/nonsense")).statusCode()).isEqualTo(404);
    }

    @Test
    void leadsToTheDevelopersPagesFromTheLandingPageAlone() throws Exception {
        assertThat(send(request("/")).body()).contains("href=\"/developers\"");
        for (String path : List.of("/session/ended", "/no/such/page", "/clinics")) {
            assertThat(send(request(path).header("Accept", "text/html")).body())
                    .as(path)
                    .contains("<main id=\"main\"")
                    .doesNotContain("/developers");
        }
    }

    @Test
    void offersTheDemoOnlyInADemo() throws Exception {
        assertThat(send(request("/")).body()).doesNotContain("demo");
    }

    @ParameterizedTest
    @CsvSource({"de-AT,de-AT", "fr-CA,fr-CA", "es,es", "it,en-GB", "'it, fr;q=0.5',fr", "en-US,en-US"})
    void speaksTheBrowsersLanguage(String accepted, String language) throws Exception {
        HttpResponse<String> page =
                send(request("/").header("Accept", "text/html").header("Accept-Language", accepted));

        assertThat(page.body()).contains("<html lang=\"" + language + "\"").doesNotContain("??");
    }

    @Test
    void speaksTheLanguageThatWasChosen() throws Exception {
        HttpResponse<String> page =
                send(request("/").header("Accept-Language", "de").header("Cookie", "hairline_language=es"));

        assertThat(page.body()).contains("<html lang=\"es\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hairline.css",
                "/hairline.svg",
                "/icon.svg",
                "/world.svg",
                "/reference.js",
                "/webjars/swagger-ui/swagger-ui-bundle.js"
            })
    void bringsItsOwnFiles(String path) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsProgramsOfAMissingPageInTheirWay() throws Exception {
        HttpResponse<String> answer = send(request("/no/such/page").header("Accept", "application/json"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @Test
    void isAliveButNotReadyWhileServicesAreAway() throws Exception {
        assertThat(health("liveness")).contains("UP");
        assertThat(health("readiness")).contains("OUT_OF_SERVICE");
        assertThat(send(request("/actuator/health")).statusCode()).isEqualTo(404);
    }

    private String health(String group) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/" + group);
        return send(HttpRequest.newBuilder(address)).body();
    }
}
