package io.hairline.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.gateway.Upstream;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CurrentUserIT extends LoggedInIT {

    @Autowired
    private CurrentUser users;

    @BeforeEach
    void open() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        SecurityContextHolder.getContext().setAuthentication(client);
    }

    @AfterEach
    void logOut() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    @Test
    void keepsTheLanguageWhileNothingCanBeRead() {
        booking.does(exchange -> Upstream.json(exchange, "{\"givenName\": \"Robin\", \"language\": \"de\"}"));
        assertThat(users.current().language()).isEqualTo("de");

        booking.does(_ -> {
            throw new IOException("gone");
        });

        Awaitility.await()
                .pollInSameThread()
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(users.current().language()).isEqualTo("de"));
    }

    /** Otherwise the pages of half a minute are in the browser's language, and then suddenly in the client's. */
    @Test
    void asksSoonAgainForALanguageThatCouldNotBeRead() {
        booking.does(_ -> {
            throw new IOException("gone");
        });
        assertThat(users.current().language()).isNull();

        booking.does(exchange -> Upstream.json(exchange, "{\"givenName\": \"Robin\", \"language\": \"de\"}"));

        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(users.current().language()).isEqualTo("de"));
    }
}
