package io.hairline.portal.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Waits until a moved demo clock has reached every service that is there. One that is away reads the clock to its end
 * before it is ready, so nobody has to wait for it.
 */
@Component
class DemoClockBarrier {

    private static final String PATH = "/api/v1/demo/clock";
    private static final Pattern INSTANT = Pattern.compile("\"instant\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ServiceAddresses services;
    private final CloseableHttpClient calls;

    DemoClockBarrier(ServiceAddresses services, @Qualifier("calls") CloseableHttpClient calls) {
        this.services = services;
        this.calls = calls;
    }

    /** False if a service still tells an earlier time than booking, which was asked to move it. */
    boolean follows(ServerRequest request) {
        String token = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        Optional<Instant> moved = told(services.booking(), token);
        return moved.isEmpty() || others().stream().allMatch(it -> reaches(it, token, moved.get()));
    }

    private List<URI> others() {
        return List.of(services.headoffice(), services.identity(), services.treatment(), services.notification());
    }

    private boolean reaches(URI service, @Nullable String token, Instant moved) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Instant> time = told(service, token);
            if (time.isEmpty() || !time.get().isBefore(moved)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empty if the service is away or knows no demo clock. */
    private Optional<Instant> told(URI service, @Nullable String token) {
        HttpGet question = new HttpGet(service.resolve(PATH));
        if (token != null) {
            question.setHeader(HttpHeaders.AUTHORIZATION, token);
        }
        try {
            return calls.execute(question, answer -> {
                Matcher instant = INSTANT.matcher(EntityUtils.toString(answer.getEntity()));
                return answer.getCode() == 200 && instant.find()
                        ? Optional.of(Instant.parse(instant.group(1)))
                        : Optional.empty();
            });
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
