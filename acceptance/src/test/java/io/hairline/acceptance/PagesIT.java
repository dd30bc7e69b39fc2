package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as people use them: a real browser, real log-ins, every service behind them. */
@ResourceLock("demo")
class PagesIT {

    private static final RunningDemo DEMO = RunningDemo.get();

    private static final double A_WHILE_MS = 20_000;
    private static final int TELEPHONE = 390;
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b");
    private static final int FREE_PLACES = 4;
    private static final String BERLIN = DemoIds.clinic("BER").value();

    private static @Nullable Chrome chrome;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void up() {
        Optional<Path> program = Chrome.find();
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), "No Chromium on the PATH: install chromium to try the pages.");
        }
        chrome = new Chrome(program.orElseThrow());
    }

    @AfterEach
    void complainsAboutNothing() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void letsAClientBookAndTheClinicAndHeadOfficeSeeIt() {
        Visitor office = loggedIn("head-office");
        Locator bookings = office.page().locator("#" + DemoIds.region("EU").value() + "-tile-bookings");
        String before = bookings.innerText();
        Visitor client = loggedIn("client-8");
        assertThat(client.page()).hasURL(DEMO.portal() + "/me");
        assertThat(client.heading(client.says("me.course"))).isVisible();
        Chrome.assertAccessible(client.page());

        client.open("/book?service=CONSULTATION&where=" + BERLIN);
        Chrome.assertAccessible(client.page());
        LocalDateTime at = client.bookLastFreeTime();
        String name = client.page().locator(".person strong").innerText();
        client.page().reload();
        assertThat(client.page().getByText(client.says("notice.booked"))).hasCount(0);

        DayPage desk = new DayPage(loggedIn("desk-ber"), BERLIN);
        desk.open(at, name);
        Chrome.assertAccessible(desk.visitor().page());
        assertThat(bookings).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(A_WHILE_MS));
        desk.visitor().page().keyboard().press("Escape");
        assertThat(desk.visitor().page().locator("#panel")).not().isVisible();
    }

    @Test
    void saysWhatACancellationCostsBeforeItHappens() {
        Visitor client = loggedIn("client-9");
        client.open("/book?service=CONSULTATION&where=" + DemoIds.clinic("LON"));
        client.bookLastFreeTime();

        client.follow("me.cancel");
        assertThat(client.page().getByText(client.says("cost.free"))).isVisible();
        Chrome.assertAccessible(client.page());
        client.press("cancel.submit");

        client.isTold("notice.cancelled");
    }

    @Test
    void letsAVisitorBookInGermanWithoutAnAccount() {
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), "de-DE", complaints));
        visitor.open("/");
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "de-DE");
        Chrome.assertAccessible(visitor.page());
        visitor.follow("landing.book");
        visitor.page().locator("#where").selectOption("near:" + BERLIN);
        assertThat(visitor.page().locator(".place h3").first()).containsText("km");
        Chrome.assertAccessible(visitor.page());
        visitor.page().locator("button.time").last().click();
        Chrome.assertAccessible(visitor.page());

        visitor.fill("field.givenName", "Ümit");
        visitor.fill("field.familyName", "Öztürk");
        visitor.fill("field.dateOfBirth", "1980-02-29");
        String email = "visitor-" + System.nanoTime() + "@example.org";
        visitor.fill("field.email", email);
        visitor.fill("field.phone", "+49 30 5557" + (System.nanoTime() % 9000 + 1000));
        visitor.press("visit.next");
        Chrome.assertAccessible(visitor.page());
        visitor.press("visit.confirm");

        assertThat(visitor.heading(visitor.says("visit.done"))).isVisible();
        Chrome.assertAccessible(visitor.page());

        visitor.follow("visit.account.password");
        Chrome.assertAccessible(visitor.page());
        visitor.page().fill("#login", email);
        visitor.page().locator("button[type=submit]").click();
        Chrome.assertAccessible(visitor.page());
        visitor.page().fill("#code", mailedCode(email));
        visitor.page().fill("#password", "vier einfache Wörter zusammen");
        visitor.page().locator("button[type=submit]").click();
        visitor.page().fill("#username", email);
        visitor.page().fill("#password", "vier einfache Wörter zusammen");
        visitor.page().locator("button[type=submit]").click();
        visitor.open("/me");
        assertThat(visitor.page().locator(".person strong")).hasText("Ümit Öztürk");
    }

    private static String mailedCode(String email) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> CODE.matcher(DEMO.mailbox().of(email))
                                .results()
                                .map(MatchResult::group)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void letsTheDeskRegisterBookMoveAndCancel() {
        Visitor desk = loggedIn("desk-ber");
        String family = "Walk" + Long.toString(System.nanoTime(), 36);
        desk.open("/clinic/" + BERLIN + "/clients/new");
        Chrome.assertAccessible(desk.page());
        desk.fill("field.givenName", "Robin");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 30 5558" + (System.nanoTime() % 9000 + 1000));
        desk.choose("field.language", "fr");
        desk.press("clients.register");
        desk.isTold("clients.registered", "Robin " + family);
        Chrome.assertAccessible(desk.page());

        // From a free place of the day: place, name, person, service, book.
        openADayWithFreePlaces(desk);
        desk.page().locator("a.free").nth(FREE_PLACES).click();
        desk.fill("book-place.client", family);
        desk.page()
                .locator("#found label")
                .filter(new Locator.FilterOptions().setHasText(family))
                .locator("input")
                .check();
        desk.choose("service", "CONSULTATION");
        Chrome.assertAccessible(desk.page());
        desk.press("book-place.submit");
        desk.isTold("notice.booked");
        Locator visit = desk.page().locator("a.visit").filter(new Locator.FilterOptions().setHasText(family));
        assertThat(visit).hasCount(1);

        desk.follow("panel.move");
        Chrome.assertAccessible(desk.page());
        desk.page().locator("button.time").first().click();
        Chrome.assertAccessible(desk.page());
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("move.submit");
        desk.isToldWith("notice.moved");

        visit.first().click();
        new DayPage(desk, BERLIN).unfold("cancel.title");
        assertThat(desk.page().locator("#panel")).containsText(desk.says("cost.free"));
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("cancel.submit");
        assertThat(desk.page().locator(".gone")).containsText(family);

        desk.page().keyboard().press("Escape");
        desk.page().keyboard().press("/");
        desk.page().keyboard().type(family);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator("main .list")).containsText(family);
    }

    /** Some days from now by the demo's clock, the first on which people work. */
    private static void openADayWithFreePlaces(Visitor desk) {
        desk.open("/clinic/" + BERLIN + "/day");
        LocalDate today = LocalDate.parse(desk.page().locator("#date").inputValue());
        for (int days = 9; desk.page().locator("a.free").count() <= FREE_PLACES || days == 9; days++) {
            desk.open("/clinic/" + BERLIN + "/day?date=" + today.plusDays(days));
        }
    }

    @Test
    void showsHeadOfficeTheWallAndEndsTheLogInWithTheSession() {
        Visitor office = loggedIn("head-office");
        assertThat(office.page()).hasURL(DEMO.portal() + "/wall");
        assertThat(office.heading(office.says("place.brand"))).isVisible();
        assertThat(office.heading("United States")).isVisible();
        Chrome.assertAccessible(office.page());

        office.press("nav.logout");
        assertThat(office.heading(office.says("session.ended"))).isVisible();
        office.open("/wall");
        assertThat(office.page().locator("#username")).isVisible();
    }

    @Test
    void givesAClientAllTheirData() throws IOException {
        Visitor client = loggedIn("client-9");
        client.open("/me/data");

        Download file = client.page().waitForDownload(() -> client.follow("data.export"));

        assertThat(file.suggestedFilename()).isEqualTo("hairline-data.json");
        assertThat(Files.readString(file.path()))
                .contains("\"givenName\"", "\"appointments\"", "\"readsOfTheChart\"", "\"preferences\"");
    }

    @Test
    void keepsAFormThatWasOpenWhileThePortalStartedAgain() {
        Visitor desk = loggedIn("desk-ham");
        desk.open("/clinic/" + DemoIds.clinic("HAM").value() + "/clients/new");
        String family = "Restart" + Long.toString(System.nanoTime(), 36);
        desk.fill("field.givenName", "Kim");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 40 5558" + (System.nanoTime() % 9000 + 1000));
        desk.choose("field.language", "de");

        DEMO.restartPortal();

        desk.press("clients.register");
        desk.isTold("clients.registered", "Kim " + family);
    }

    @Test
    void keepsTheMailOfOthersFromClients() {
        Visitor client = loggedIn("client-8");
        client.open("/demo");

        assertThat(client.heading(client.says("error.missing"))).isVisible();
        complaints.removeIf(it -> it.contains("404"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hinderNobodyAndFitOnATelephone(String login, List<String> paths) {
        Visitor visitor = login.isEmpty() ? new Visitor(chrome().visitor(DEMO.portal(), complaints)) : loggedIn(login);
        for (String path : paths) {
            visitor.page().setViewportSize(1280, 900);
            visitor.open(path);
            Chrome.assertAccessible(visitor.page());
            assertThat(visitor.page().locator("body")).not().containsText("??");
            visitor.page().setViewportSize(TELEPHONE, 800);
            assertThat(visitor.page().evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(TELEPHONE);
        }
    }

    static Stream<Arguments> pages() {
        String clinic = "/clinic/" + BERLIN;
        return Stream.of(
                arguments("", List.of("/", "/clinics", "/visit", "/developers", "/developers/components", "/problems")),
                arguments("client-8", List.of("/me", "/me/messages", "/me/data", "/me/questionnaire", "/book")),
                arguments(
                        "desk-ber", List.of(clinic + "/day", clinic + "/week", clinic + "/clients", clinic + "/tasks")),
                arguments(
                        "manager-ber",
                        List.of(clinic + "/touch-ups", clinic + "/lots", "/wall", "/search?q=" + "Berlin")),
                arguments(
                        "head-office",
                        List.of(
                                "/wall",
                                "/wall?regionId=" + DemoIds.region("EU").value(),
                                "/demo")));
    }

    private Visitor loggedIn(String login) {
        return Visitor.loggedIn(chrome().visitor(DEMO.portal(), complaints), login, DEMO.password());
    }

    private static Chrome chrome() {
        return Objects.requireNonNull(chrome);
    }
}
