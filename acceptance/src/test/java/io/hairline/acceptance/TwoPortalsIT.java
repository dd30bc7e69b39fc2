package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.Ports;
import io.hairline.launcher.system.Service;
import io.hairline.launcher.system.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two portals share log-ins and open forms; no request has to go to the portal that answered the one before. */
@ResourceLock("demo")
class TwoPortalsIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final String BERLIN = DemoIds.clinic("BER").value();

    @Test
    void goOnWhereTheOtherLeftOff() {
        Optional<Path> program = Chrome.find();
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), "No Chromium on the PATH: install chromium to try the pages.");
        }
        int port = Ports.free();
        ChildProcess second = startSecond(port);
        List<String> complaints = new ArrayList<>();
        try (Chrome chrome = new Chrome(program.orElseThrow())) {
            URI other = URI.create("http://localhost:" + port);
            Visitor desk = Visitor.loggedIn(chrome.visitor(DEMO.portal(), complaints), "desk-ber", DEMO.password());

            // A form of the first portal is sent to the second, as a balancer would do it.
            desk.open("/clinic/" + BERLIN + "/clients/new");
            String family = "Twin" + Long.toString(System.nanoTime(), 36);
            desk.fill("field.givenName", "Kim");
            desk.fill("field.familyName", family);
            desk.fill("field.dateOfBirth", "1985-05-05");
            desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
            desk.fill("field.phone", "+49 30 5553" + (System.nanoTime() % 9000 + 1000));
            desk.choose("field.language", "de");
            desk.page()
                    .route(
                            DEMO.portal() + "/**",
                            it -> it.resume(new com.microsoft.playwright.Route.ResumeOptions()
                                    .setUrl(it.request()
                                            .url()
                                            .replace(DEMO.portal().toString(), other.toString()))));
            desk.press("clients.register");
            assertThat(desk.heading("Kim " + family)).isVisible();
            desk.open("/clinic/" + BERLIN + "/day");
            assertThat(desk.page().locator(".person")).containsText("Berlin");

            // Who logs out at the second one is logged out at the first.
            desk.press("nav.logout");
            assertThat(desk.heading(desk.says("session.ended"))).isVisible();
            desk.page().unrouteAll();
            desk.open("/clinic/" + BERLIN + "/day");
            assertThat(desk.page().locator("#username")).isVisible();
        } finally {
            second.stop(Duration.ofSeconds(20));
        }
        assertThat(complaints).isEmpty();
    }

    private static ChildProcess startSecond(int port) {
        Service portal = Service.ALL.stream()
                .filter(it -> it.name().equals("portal"))
                .findFirst()
                .orElseThrow();
        Map<String, String> settings = new Settings(DEMO.system().project(), DEMO.addresses(), true)
                .of(portal, DEMO.system().databaseOf(portal));
        int management = Ports.free();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        Path home = DEMO.system().project().hairline();
        ChildProcess second = ChildProcess.start(
                home.resolve("run/second-portal.pid"),
                home.resolve("logs/second-portal.log"),
                settings,
                DEMO.system().applications().command(portal));
        Api health = new Api(() -> URI.create("http://127.0.0.1:" + management), () -> null);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> health.get("/actuator/health/readiness").status() == 200);
        return second;
    }
}
