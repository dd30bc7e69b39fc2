package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Pages whose reader's clock isn't the clinic's, and the day on which clocks are put forward. */
@Tag("long")
@ResourceLock("demo")
class ZonesIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final String LONDON = DemoIds.clinic("LON").value();
    private static final String LOS_ANGELES = DemoIds.clinic("LAX").value();
    private static final String HAMBURG = DemoIds.clinic("HAM").value();
    private static final String HAMBURGS_PRACTITIONER = DemoIds.practitioner(4).value();
    private static final ZoneId IN_HAMBURG = ZoneId.of("Europe/Berlin");
    private static final ZoneId IN_LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    /** Whose home is Berlin. */
    private static final String BERLINER = "client-48";
    /** Whose home is Los Angeles. */
    private static final String ANGELENO = "client-47";

    private static @Nullable Chrome chrome;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void up() {
        chrome = Chrome.open();
    }

    @AfterAll
    static void down() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @AfterEach
    void complainsAboutNothing() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void nameTheClinicsZoneToAClientFromAnotherOne() {
        Visitor client = loggedIn(BERLINER);
        client.open("/book?service=CONSULTATION&where=" + LONDON + "&from="
                + DEMO.today().plusDays(12));

        LocalDateTime at = client.bookLastFreeTime();

        client.open("/me");
        Locator visit = client.page()
                .locator("section.next, section .list > li")
                .filter(new Locator.FilterOptions().setHas(client.page().locator("time[datetime='" + at + "']")));
        assertThat(visit).hasCount(1);
        assertThat(visit).containsText(": London");
    }

    @Test
    void leadTheDeskToTheClinicsDayThatAVisitWasMovedTo() {
        Visitor client = loggedIn(ANGELENO);
        client.open("/book?service=CONSULTATION&where=" + LOS_ANGELES + "&from="
                + DEMO.today().plusDays(12).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY)));
        LocalDateTime at = client.bookLastFreeTime();
        String name = client.page().locator(".person strong").innerText();
        DayPage desk = new DayPage(loggedIn("desk-lax"), LOS_ANGELES);
        desk.open(at, name);

        desk.visitor().follow("panel.move");
        Locator last = desk.visitor().page().locator("form:has(button.time)").last();
        LocalDateTime there = Visitor.moment(last.locator("time"));
        assertThat(there.atZone(IN_LOS_ANGELES)
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toLocalDate())
                .as("the evening there is another day in UTC")
                .isAfter(there.toLocalDate());
        last.locator("button").click();
        desk.visitor().choose("reason", "CLIENT_REQUEST");
        desk.visitor().press("move.submit");

        desk.visitor().isToldWith("notice.moved");
        assertThat(desk.visitor().page().locator("#date"))
                .hasValue(there.toLocalDate().toString());
        assertThat(desk.visitor()
                        .page()
                        .locator("a.visit[data-at='" + there + "']")
                        .first())
                .isVisible();
    }

    @Test
    void offerNoTimeThatTheClockLeavesOut() {
        LocalDate sunday = nextDayOfPuttingForward();
        openAtNightOn(sunday);
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), complaints));

        visitor.seesWithReloads(
                "/visit?where=%s&from=%s&day=%s".formatted(HAMBURG, sunday, sunday),
                visitor.page().locator("time[datetime='" + sunday.atTime(1, 0) + "']"));
        List<LocalDateTime> times = visitor.page().locator("button.time time").all().stream()
                .map(Visitor::moment)
                .toList();

        assertThat(times).contains(sunday.atTime(1, 0), sunday.atTime(3, 0));
        assertThat(times).noneMatch(it -> it.getHour() == 2);

        LocalDateTime over = sunday.atTime(1, 30);
        visitor.page().locator("button.time:has(time[datetime='" + over + "'])").click();
        visitor.fill("field.givenName", "Night");
        visitor.fill("field.familyName", "Owl");
        visitor.fill("field.dateOfBirth", "1980-02-29");
        visitor.fill("field.email", "owl-" + System.nanoTime() + "@example.org");
        visitor.fill("field.phone", "+49 40 5557" + (System.nanoTime() % 9000 + 1000));
        visitor.press("visit.next");
        visitor.press("visit.confirm");
        assertThat(visitor.heading(visitor.says("visit.done"))).isVisible();
        DayPage desk = new DayPage(loggedIn("desk-ham"), HAMBURG);
        desk.open(over, "Night Owl");
        // Forty-five minutes after half past one, the clock shows a quarter past three.
        assertThat(desk.visitor().page().locator("#panel .facts").first()).containsText("03:15");
    }

    private static LocalDate nextDayOfPuttingForward() {
        ZoneOffsetTransition next = IN_HAMBURG
                .getRules()
                .nextTransition(DEMO.today().atStartOfDay(IN_HAMBURG).toInstant());
        while (!next.isGap()) {
            next = IN_HAMBURG.getRules().nextTransition(next.getInstant());
        }
        return next.getDateTimeBefore().toLocalDate();
    }

    /** Hamburg works that night, as far as the weekday goes. */
    private static void openAtNightOn(LocalDate day) {
        Api manager = DEMO.as("manager-ham");
        Map<String, String> night = Map.of("day", day.getDayOfWeek().name(), "from", "00:00", "until", "06:00");
        Answer clinic = manager.get("/clinics/" + HAMBURG);
        assertThat(manager.post(
                                "/clinics/" + HAMBURG + "/hours",
                                Map.of("openingHours", with(clinic.body().path("openingHours"), night)))
                        .status())
                .isEqualTo(200);
        Answer practitioner = manager.get("/practitioners/" + HAMBURGS_PRACTITIONER);
        JsonNode here = practitioner
                .body()
                .path("rota")
                .valueStream()
                .filter(it -> it.path("clinicId").asString("").equals(HAMBURG))
                .findFirst()
                .orElseThrow();
        assertThat(manager.post(
                                "/practitioners/" + HAMBURGS_PRACTITIONER + "/rota",
                                Map.of("clinicId", HAMBURG, "shifts", with(here.path("shifts"), night)))
                        .status())
                .isEqualTo(200);
    }

    private static List<Object> with(JsonNode hours, Map<String, String> more) {
        List<Object> all = new ArrayList<>();
        hours.valueStream()
                .filter(it -> !it.path("day").asString("").equals(more.get("day")))
                .forEach(all::add);
        all.add(more);
        return all;
    }

    private Visitor loggedIn(String login) {
        return Visitor.loggedIn(chrome().visitor(DEMO.portal(), complaints), login, DEMO.password());
    }

    private static Chrome chrome() {
        return Objects.requireNonNull(chrome);
    }
}
