package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.command.LogIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Takes the pictures of the main pages that README and docs show, in a demo with its history, in {@code docs/images}. With
 * {@code -Dhairline.demo=http://localhost:8080 -Dhairline.demo.password=…} it takes them of a demo that runs.
 */
@Tag("long")
class PicturesIT {

    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final String BERLIN = DemoIds.clinic("BER").value();
    /** Stands for a client of {@link #IN_ENGLISH} who is in the middle of a course. */
    private static final String IN_A_COURSE = "in a course";

    private static final List<String> IN_ENGLISH = List.of("LON", "MAN", "DUB", "NYC", "LAX");
    private static final Set<String> LATER_SESSIONS = Set.of("SESSION_2", "SESSION_3");
    private static final int DAYS_AHEAD = 21;

    private static final int WIDE = 1280;
    private static final int TELEPHONE = 390;
    private static final int HEIGHT = 860;
    private static final int TALL = 844;
    /** Charts grow for a moment. */
    private static final double UNTIL_DRAWN_MS = 900;

    /**
     * One page as one person sees it.
     *
     * @param click what is opened on it; nothing if empty
     * @param middle what stands in the middle of the picture; the page's beginning if empty
     */
    private record Picture(String name, String login, String path, int width, String click, String middle) {

        Picture(String name, String login, String path, int width) {
            this(name, login, path, width, "", "");
        }
    }

    /** A working day, whatever today is. */
    private static final String TUESDAY =
            "?date=" + LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

    private static final List<Picture> PICTURES = List.of(
            new Picture("landing", "", "/", WIDE),
            new Picture("visit-phone", "", "/visit?where=" + BERLIN, TELEPHONE),
            new Picture("client-phone", IN_A_COURSE, "/me", TELEPHONE),
            new Picture("day", "desk-ber", "/clinic/" + BERLIN + "/day" + TUESDAY, WIDE, "a.visit:not(.small)", ""),
            new Picture("dashboard", "head-office", "/dashboard?days=30", WIDE),
            new Picture(
                    "dashboard-region",
                    "head-office",
                    "/dashboard?days=365&regionId=" + DemoIds.region("EU").value(),
                    WIDE,
                    "",
                    "#chart-1"));

    @Test
    void areTakenOfTheMainPages() {
        String running = System.getProperty("hairline.demo");
        try (Chrome chrome = Chrome.open()) {
            if (running != null) {
                take(chrome, URI.create(running), System.getProperty("hairline.demo.password", ""));
            } else {
                try (RunningDemo demo = RunningDemo.atWork("pictures")) {
                    take(chrome, demo.portal(), demo.password());
                }
            }
        }
        assertThat(PICTURES)
                .allSatisfy(it -> assertThat(IMAGES.resolve(it.name() + ".png")).isNotEmptyFile());
    }

    private static void take(Chrome chrome, URI portal, String password) {
        List<String> complaints = new ArrayList<>();
        for (Picture it : PICTURES) {
            Page page = chrome.visitor(portal, complaints);
            if (!it.login().isEmpty()) {
                Visitor.loggedIn(
                        page, it.login().equals(IN_A_COURSE) ? inACourse(portal, password) : it.login(), password);
            }
            page.setViewportSize(it.width(), it.width() == WIDE ? HEIGHT : TALL);
            page.navigate(it.path());
            if (!it.click().isEmpty()) {
                page.locator(it.click()).first().click();
                page.locator("#panel h2").waitFor();
            }
            if (!it.middle().isEmpty()) {
                page.locator(it.middle()).first().evaluate("element => element.scrollIntoView({block: 'center'})");
            }
            page.waitForTimeout(UNTIL_DRAWN_MS);
            page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(it.name() + ".png")));
            page.context().close();
        }
        assertThat(complaints).isEmpty();
    }

    /** The log-in of a client who had the first session and whose next one has an appointment. */
    private static String inACourse(URI portal, String password) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String clinic : IN_ENGLISH) {
            String desk = new LogIn(portal).token("desk-" + clinic.toLowerCase(Locale.ROOT), password);
            Api api = new Api(() -> URI.create(portal + "/api/v1"), () -> "Bearer " + desk);
            for (int ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
                String path = "/appointments?clinicId=%s&date=%s&limit=100"
                        .formatted(DemoIds.clinic(clinic).value(), today.plusDays(ahead));
                for (JsonNode it : api.get(path).body().path("items")) {
                    if (LATER_SESSIONS.contains(it.path("serviceCode").asString(""))) {
                        return login(it.path("clientId").asString());
                    }
                }
            }
        }
        throw new IllegalStateException("Nobody of these clinics is in the middle of a course.");
    }

    private static String login(String client) {
        return IntStream.rangeClosed(1, DemoIds.CLIENTS)
                .filter(it -> DemoIds.client(it).value().equals(client))
                .mapToObj(it -> "client-" + it)
                .findFirst()
                .orElseThrow();
    }
}
