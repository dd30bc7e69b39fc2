package io.hairline.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.kit.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@KitOnRealServers
class UnknownIdRetryIT {

    /** Fewer than a moment before two seconds means that a call wasn't waited for. */
    private static final Duration WAITED = Duration.ofMillis(1_900);

    private static final int MOST_PARKED = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private ServletWebServerApplicationContext context;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        http.close();
    }

    @Test
    void runsTheWholeRequestAgainWhenItsNewsHasCome() {
        call("/counters/before", "{\"step\":1}", "per_2").join();
        CompletableFuture<Answer> waiting = call("/counters/news/late", "{\"step\":3}", "per_1");
        pause(Duration.ofMillis(300));
        call("/counters/news", "{\"step\":1}", "per_2").join();

        Answer answer = waiting.join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":2");
    }

    @Test
    void answersTheSameInTheSameTimeForWhatIsMissingAndForWhatIsOutOfReach() {
        call("/counters/foreign", "{\"step\":1}", "per_1").join();

        CompletableFuture<Answer> missing = call("/counters/missing/late", "{\"step\":3}", "per_1");
        Answer foreign = call("/counters/foreign/late?mine=false", "{\"step\":3}", "per_1")
                .join();

        assertThat(foreign.status()).isEqualTo(409);
        assertThat(foreign.body())
                .contains("/problems/not-yet-known")
                .isEqualTo(missing.join().body().replace("/missing/", "/foreign/"));
        assertThat(foreign.after()).isGreaterThan(WAITED);
        assertThat(missing.join().after()).isGreaterThan(WAITED);
    }

    @Test
    void keepsNoThreadWhileManyWaitAndDelaysNobodyElse() {
        call("/counters/warm", "{\"step\":1}", "per_2").join();
        List<CompletableFuture<Answer>> bogus = new ArrayList<>();
        for (int i = 0; i < MOST_PARKED + 20; i++) {
            bogus.add(call("/counters/bogus-" + i + "/late", "{\"step\":1}", "per_1"));
        }
        pause(Duration.ofMillis(900));

        int busy = leastBusy();
        Answer another = call("/counters/warm", "{\"step\":1}", "per_2").join();

        List<Answer> answers = bogus.stream().map(CompletableFuture::join).toList();
        long waited =
                answers.stream().filter(it -> it.after().compareTo(WAITED) > 0).count();
        System.out.printf(
                "%d calls of ids that nobody knows: %d waited, %d threads busy meanwhile, another's call took %d ms%n",
                answers.size(), waited, busy, another.after().toMillis());
        assertThat(answers).allMatch(it -> it.status() == 409);
        assertThat(waited).isGreaterThan(MOST_PARKED * 9L / 10);
        assertThat(busy).isLessThan(4);
        assertThat(another.status()).isEqualTo(200);
        assertThat(another.after()).isLessThan(WAITED);
    }

    /** Threads that run a try are busy for a moment; one that waited would be so until two seconds are over. */
    private int leastBusy() {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 25; i++) {
            least = Math.min(least, threads().getActiveCount());
            pause(Duration.ofMillis(30));
        }
        return least;
    }

    private ThreadPoolExecutor threads() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        var connector =
                (AbstractHttp11Protocol<?>) server.getTomcat().getConnector().getProtocolHandler();
        return (ThreadPoolExecutor) connector.getExecutor();
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    private record Answer(int status, String body, Duration after) {}

    private CompletableFuture<Answer> call(String path, String body, String subject) {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + TestIssuer.get().mint(subject))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .orTimeout(20, TimeUnit.SECONDS)
                .thenApply(it -> new Answer(it.statusCode(), it.body(), Duration.ofNanos(System.nanoTime() - start)));
    }
}
