package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.launcher.tour.TourChapters;
import io.hairline.launcher.tour.TourPrinter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Seven things that people do every day, from the page that they see after logging in, with the clicks that each takes. */
@Tag("long")
@ResourceLock("demo")
class SevenTasksIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final String BERLIN = DemoIds.clinic("BER").value();
    private static final int FREE_PLACES = 4;
    /** Of the tour: the consultation, the plan, and the course with its deposit. */
    private static final int UNTIL_THE_COURSE = 6;

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
    void aVisitorBooksAFirstConsultation() {
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), complaints));
        Clicks clicks = Clicks.on(visitor);
        visitor.open("/");
        clicks.startAgain();

        visitor.follow("landing.book");
        visitor.page().locator("button.time").last().click();
        visitor.fill("field.givenName", "Sasha");
        visitor.fill("field.familyName", "Seven");
        visitor.fill("field.dateOfBirth", "1980-02-29");
        visitor.fill("field.email", "seven-" + System.nanoTime() + "@example.org");
        visitor.fill("field.phone", "+49 30 5551" + number());
        visitor.press("visit.next");
        visitor.press("visit.confirm");

        assertThat(visitor.heading(visitor.says("visit.done"))).isVisible();
        clicks.took(4, 5);
    }

    @Test
    void theDeskRegistersAClientAndBooksMovesAndCancelsTheVisit() {
        Visitor desk = loggedIn("desk-ber");
        Clicks clicks = Clicks.on(desk);
        desk.open("/home");
        clicks.startAgain();
        String family = "Seven" + Long.toString(System.nanoTime(), 36);

        desk.follow("tab.clients");
        desk.follow("clients.new");
        desk.fill("field.givenName", "Robin");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 30 5552" + number());
        desk.choose("field.language", "de");
        desk.press("clients.register");
        desk.isTold("clients.registered", "Robin " + family);
        clicks.took(4, 5);

        openADayWithFreePlaces(desk);
        clicks.startAgain();
        desk.page().locator("a.free").nth(FREE_PLACES).click();
        desk.fill("book-place.client", family);
        desk.page()
                .locator("#found label")
                .filter(new Locator.FilterOptions().setHasText(family))
                .locator("input")
                .check();
        desk.press("book-place.submit");
        desk.isTold("notice.booked");
        clicks.took(3, 1);
        clicks.startAgain();

        desk.follow("panel.move");
        desk.page().locator("button.time").first().click();
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("move.submit");
        desk.isToldWith("notice.moved");
        clicks.took(4, 0);
        clicks.startAgain();

        desk.page()
                .locator("a.visit")
                .filter(new Locator.FilterOptions().setHasText(family))
                .first()
                .click();
        new DayPage(desk, BERLIN).unfold("cancel.title");
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("cancel.submit");
        assertThat(desk.page().locator(".gone")).containsText(family);
        clicks.took(4, 0);
    }

    @Test
    void aPractitionerStartsAndCompletesASession() {
        JsonNode session = toTheFirstSession();
        DayPage chair = new DayPage(loggedIn(practitionerOf(session)), BERLIN);
        Clicks clicks = Clicks.on(chair.visitor());
        chair.visitor().open("/home");
        clicks.startAgain();

        chair.visitor()
                .page()
                .locator("a.visit[data-at='%s']"
                        .formatted(
                                LocalDateTime.parse(session.path("localStart").asString())))
                .filter(new Locator.FilterOptions().setHasText("Tessa"))
                .click();
        chair.visitor().press("panel.start");
        chair.shows("status.IN_CHAIR");
        clicks.took(2, 0);
        clicks.startAgain();
        chair.visitor().choose("complete.zone", "FRONTAL_HAIRLINE", 1);
        chair.visitor().fill("complete.density", "80", 1);
        chair.visitor().fill("complete.configuration", "3RL");
        chair.visitor().chooseContaining("complete.needle-lot", "Tour Supplies");
        chair.visitor().chooseContaining("complete.pigment-lot", "Tour Supplies", 1);
        chair.visitor().fill("complete.millilitres", "0.8", 1);
        chair.visitor().fill("complete.dilution", "10", 1);
        chair.visitor().fill("complete.depth", "0.7");
        chair.visitor().fill("complete.pain", "2");
        chair.visitor().page().check("[name=singleUse]");
        chair.visitor().press("complete.submit");
        chair.shows("status.COMPLETED");
        clicks.took(5, 6);
    }

    @Test
    void aManagerChangesAPractitionersWorkingWeek() {
        Visitor manager = loggedIn("manager-ber");
        Clicks clicks = Clicks.on(manager);
        manager.open("/home");
        clicks.startAgain();

        manager.follow("tab.team");
        Locator practitioner = manager.page().locator("main section.card").first();
        practitioner.locator("summary").first().click();
        Locator evening = practitioner.locator("input[name='TUESDAY.until']").first();
        evening.fill(evening.inputValue().equals("18:00") ? "17:45" : "18:00");
        practitioner.locator("button[type=submit]").first().click();
        Locator sure = manager.page().locator("form:has(input[name=confirmed]) button");
        assertThat(manager.page()
                        .locator(".good, form:has(input[name=confirmed])")
                        .first())
                .isVisible();
        clicks.took(3, 1);
        if (sure.count() > 0) {
            sure.click();
        }
        manager.isTold("team.changed");
    }

    @Test
    void headOfficeChangesAPrice() {
        Visitor office = loggedIn("head-office");
        Clicks clicks = Clicks.on(office);
        office.open("/home");
        clicks.startAgain();

        office.follow("nav.office");
        office.follow("prices.title");
        Locator price = office.page().locator("#price-SESSION_1");
        price.fill(price.inputValue().startsWith("960") ? "950" : "960");
        office.press("prices.save", office.says("service.SESSION_1"));
        assertThat(office.page().locator(".good")).containsText(office.says("service.SESSION_1"));
        clicks.took(3, 1);
    }

    @Test
    void headOfficeFindsWhyARegionsRevenueFell() {
        Visitor office = loggedIn("head-office");
        Clicks clicks = Clicks.on(office);
        office.open("/home");
        clicks.startAgain();

        office.page()
                .locator("h3 a[href*='" + DemoIds.region("EU").value() + "']")
                .click();
        office.page().locator("[id^='tile-revenue'] h2 a").first().click();
        assertThat(office.page().locator("main table").first()).containsText("Berlin");
        // The clinic that lost most stands first.
        office.page().locator("main table").first().locator("tbody a").first().click();
        assertThat(office.heading(office.says("drill.events"))).isVisible();
        clicks.took(3, 0);
    }

    /** A client with a plan, papers, a course and a deposit; the clock is moved to the first session, and the desk checks in. */
    private static JsonNode toTheFirstSession() {
        Api desk = DEMO.as("desk-ber");
        String client;
        try (TourChapters tour = new TourChapters(DEMO.portal(), DEMO.password(), new TourPrinter(System.out))) {
            tour.chapters().stream().limit(UNTIL_THE_COURSE).forEach(tour::walk);
            client = tour.client();
        }
        JsonNode first = desk.get("/appointments?clientId=" + client)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("serviceCode").asString("").equals("SESSION_1"))
                .findFirst()
                .orElseThrow();
        String appointment = first.path("id").asString();
        DEMO.as("head-office")
                .post("/demo/clock", Map.of("instant", first.path("startsAt").asString()));
        desk.post("/appointments/" + appointment + "/check-in", Map.of("reasonCode", "ARRIVED"));
        return first;
    }

    private static String practitionerOf(JsonNode appointment) {
        String id = appointment.path("practitionerId").asString();
        return "practitioner-"
                + IntStream.rangeClosed(1, DemoIds.PRACTITIONERS)
                        .filter(it -> DemoIds.practitioner(it).value().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    /** Some days from now by the demo's clock, the first on which people work. */
    private static void openADayWithFreePlaces(Visitor desk) {
        desk.open("/clinic/" + BERLIN + "/day");
        LocalDate today = LocalDate.parse(desk.page().locator("#date").inputValue());
        for (int days = 9; desk.page().locator("a.free").count() <= FREE_PLACES || days == 9; days++) {
            desk.open("/clinic/" + BERLIN + "/day?date=" + today.plusDays(days));
        }
    }

    private static String number() {
        return String.valueOf(System.nanoTime() % 9_000 + 1_000);
    }

    private Visitor loggedIn(String login) {
        return Visitor.loggedIn(chrome().visitor(DEMO.portal(), complaints), login, DEMO.password());
    }

    private static Chrome chrome() {
        return Objects.requireNonNull(chrome);
    }
}
