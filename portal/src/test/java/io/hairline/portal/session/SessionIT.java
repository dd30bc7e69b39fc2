package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.PortalIT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIT extends PortalIT {

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/book", "/clinic", "/dashboard", "/dashboard/stream", "/home", "/me/questionnaire"})
    void showsNobodyAPageWithoutALogIn(String path) throws Exception {
        HttpResponse<String> answer = send(request(path).header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/session/start/hairline"));
    }

    @Test
    void startsTheLogInAtTheIssuersPublicAddressWithProofOfTheCode() throws Exception {
        HttpResponse<String> answer = send(request("/session/start/hairline"));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it)
                        .startsWith("https://brand.example/oauth2/authorize?")
                        .contains("code_challenge_method=S256", "client_id=hairline-portal")
                        .contains("redirect_uri=https://brand.example/session/back/hairline"));
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(it ->
                        assertThat(it).startsWith("hairline_session=").contains("HttpOnly", "Secure", "SameSite=Lax"));
    }

    @Test
    void takesNoFormFromAnotherSite() throws Exception {
        HttpResponse<String> answer = send(request("/book/confirm").POST(BodyPublishers.ofString("hold=hld_x")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void sendsTheWholePageToTheLogInWhenAPartOfItNeedsOne() throws Exception {
        HttpResponse<String> answer = send(request("/me").header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/home");
    }
}
