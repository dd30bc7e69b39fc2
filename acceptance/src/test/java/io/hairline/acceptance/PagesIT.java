package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as people use them: a real browser, real log-ins, every service behind them. */
@ResourceLock("demo")
@ResourceLock("services")
class PagesIT {

    private static final RunningDemo DEMO = RunningDemo.get();

    private static final long RENEWED_EVERY_MS = 15_000;
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b");
    private static final Pattern LINK = Pattern.compile("/a/[A-Za-z0-9_-]{22}");
    private static final int FREE_PLACES = 4;
    /** High enough for a clinic's whole day, so that nothing scrolls while a visit is dragged. */
    private static final int WHOLE_DAY = 1_800;

    private static final String BERLIN = DemoIds.clinic("BER").value();

    private static @Nullable Chrome chrome;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void up() {
        chrome = Chrome.open();
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
        assertThat(bookings).not().hasText(before);
        desk.visitor().page().keyboard().press("Escape");
        assertThat(desk.visitor().page().locator("#panel")).not().isVisible();
    }

    @Test
    void saysWhatACancellationCostsBeforeItHappens() {
        Visitor client = loggedIn("client-130");
        client.open(bookInGoodTime(DemoIds.clinic("LON").value()));
        client.bookLastFreeTime();

        client.follow("me.cancel");
        assertThat(client.page().getByText(client.says("cost.free"))).isVisible();
        Chrome.assertAccessible(client.page());
        client.press("cancel.submit");

        client.isTold("notice.cancelled");
    }

    @Test
    void renewsAnOpenDiaryByItself() {
        String vienna = DemoIds.clinic("VIE").value();
        Visitor client = loggedIn("client-132");
        client.open(bookInGoodTime(vienna));
        LocalDateTime at = client.bookLastFreeTime();
        String name = client.page().locator(".person strong").innerText();
        Visitor desk = loggedIn("manager-vie");
        desk.page().clock().install();
        desk.open("/clinic/" + vienna + "/day?date=" + at.toLocalDate());
        Locator visit = desk.page()
                .locator("a.visit[data-at='" + at + "']")
                .filter(new Locator.FilterOptions().setHasText(name));
        assertThat(visit).hasCount(1);
        Locator diary = desk.page().locator("#grid .scroll");
        diary.focus();

        client.follow("me.cancel");
        client.press("cancel.submit");
        client.isTold("notice.cancelled");
        desk.page().clock().fastForward(RENEWED_EVERY_MS);

        assertThat(visit).hasCount(0);
        assertThat(diary).isFocused();
    }

    @Test
    void renewsTheListsOfARecallWithItsCountsAndKeepsWhatIsTyped() {
        Api manager = DEMO.as("manager-ber");
        Map<String, Object> batch =
                Map.of("maker", "Renewal Supplies", "product", "Black", "lotNumber", "R-" + System.nanoTime());
        Map<String, Object> arrived = new LinkedHashMap<>(batch);
        arrived.put("clinicId", BERLIN);
        arrived.put("kind", "PIGMENT");
        arrived.put("colourIndex", "CI 77266");
        arrived.put("expiresOn", DEMO.today().plusYears(2).toString());
        arrived.put("millilitres", 30);
        arrived.put(
                "labelFields",
                Map.of("USE_STATEMENT", "For tattoos or permanent make-up", "INGREDIENTS", "Aqua, CI 77266"));
        String lot = manager.post("/lots", arrived).text("id");
        manager.post("/patch-tests", Map.of("clientId", DemoIds.client(104).value(), "lotId", lot));
        Map<String, Object> wanted = new LinkedHashMap<>(batch);
        wanted.put("reasonCode", "OTHER");
        wanted.put("reason", "To see it renewed.");
        String recall = DEMO.as("head-office").post("/recalls", wanted).text("id");
        Visitor office = loggedIn("head-office");
        office.open("/office/recalls/" + recall);
        Locator client = office.page().locator("section[aria-labelledby=recall-clients] tbody tr");
        assertThat(client).containsText(office.says("recall.waits"));
        office.page().locator("#reason").fill("It was another batch.");

        DEMO.as("client-104").post("/recalls/" + recall + "/acknowledge", Map.of());

        assertThat(client).containsText(office.says("recall.knows"));
        assertThat(office.page().locator("#reason")).hasValue("It was another batch.");
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
        visitor.page().reload();
        visitor.press("visit.confirm");

        assertThat(visitor.heading(visitor.says("visit.done"))).isVisible();
        Chrome.assertAccessible(visitor.page());
        visitor.page().goBack();
        assertThat(visitor.heading(visitor.says("visit.title"))).isVisible();
        visitor.page().goForward();

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
        return mailed(CODE, email);
    }

    /** The latest of its kind in the mails to an address, whose lines are broken for their way. */
    private static String mailed(Pattern what, String email) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> what.matcher(DEMO.mailbox().of(email).replace("=\\r\\n", ""))
                                .results()
                                .map(MatchResult::group)
                                .reduce((_, latest) -> latest),
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

        desk.page().keyboard().press("/");
        desk.page().keyboard().type(family);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page()).hasURL(DEMO.portal() + "/search?found");
        assertThat(desk.page().locator("#main")).containsText("Robin " + family);
        Chrome.assertAccessible(desk.page());

        // From a free place of the day: place, name, person, service, book.
        // A field of this form is called like a property of forms.
        desk.open("/clinic/" + BERLIN + "/prepaid");
        desk.page().locator("#card-amount").fill("75");
        desk.page().context().setOffline(true);
        desk.press("prepaid.card.sell");
        assertThat(desk.page().locator("#unreached")).containsText(desk.says("frame.unreached"));
        assertThat(desk.page().locator("#card-amount")).hasValue("75");
        desk.page().context().setOffline(false);

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
        assertThat(desk.page().locator("#panel")).containsText(desk.says("panel.move"));
        assertThat(desk.button(desk.says("panel.check-in"))).hasCount(0);
        assertThat(desk.button(desk.says("panel.no-show"))).hasCount(0);
        new DayPage(desk, BERLIN).unfold("cancel.title");
        assertThat(desk.page().locator("#panel")).containsText(desk.says("cost.free"));
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("cancel.submit");
        assertThat(desk.page().locator(".gone")).containsText(family);

        desk.page().keyboard().press("Escape");
        assertThat(desk.page().locator("#grid .scroll")).isFocused();
        desk.page().keyboard().press("/");
        desk.page().keyboard().type(family);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page()).hasURL(DEMO.portal() + "/search?found");
        assertThat(desk.page().locator("main .list")).containsText(family);
        desk.page().keyboard().press("/");
        desk.page().locator("#search").fill("apt_half");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator("main")).containsText(desk.says("search.nothing"));
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
    void showsHeadOfficeTheDashboardAndEndsTheLogInWithTheSession() {
        Visitor office = loggedIn("head-office");
        assertThat(office.page()).hasURL(DEMO.portal() + "/dashboard");
        assertThat(office.heading(office.says("place.brand"))).isVisible();
        assertThat(office.heading("United States")).isVisible();
        Chrome.assertAccessible(office.page());

        office.press("nav.logout");
        assertThat(office.heading(office.says("session.ended"))).isVisible();
        office.open("/dashboard");
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
    void keepsWhatWasTypedWhenTheConnectionIsLost() {
        Visitor desk = loggedIn("desk-ber");
        desk.open("/clinic/" + BERLIN + "/clients/new");
        String family = "Offline" + Long.toString(System.nanoTime(), 36);
        desk.fill("field.givenName", "Kim");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 30 5554" + (System.nanoTime() % 9000 + 1000));
        desk.choose("field.language", "de");
        desk.page().context().setOffline(true);
        desk.press("clients.register");
        assertThat(desk.page().locator("#unreached")).containsText(desk.says("frame.unreached"));
        assertThat(desk.field("field.familyName")).hasValue(family);
        desk.page().context().setOffline(false);

        // Twice, as people in a hurry do: one client is registered.
        desk.button(desk.says("clients.register")).dblclick();
        desk.isTold("clients.registered", "Kim " + family);

        openADayWithFreePlaces(desk);
        desk.page().locator("a.free").nth(FREE_PLACES).click();
        desk.fill("book-place.client", family);
        desk.page()
                .locator("#found label")
                .filter(new Locator.FilterOptions().setHasText(family))
                .locator("input")
                .check();
        desk.page().context().setOffline(true);
        desk.press("book-place.submit");
        assertThat(desk.page().locator("#unreached")).containsText(desk.says("frame.unreached"));
        assertThat(desk.field("book-place.client")).hasValue(family);
        desk.page().context().setOffline(false);
        desk.press("book-place.submit");
        desk.isTold("notice.booked");
        complaints.removeIf(it -> it.contains("ERR_INTERNET_DISCONNECTED")
                || it.contains("htmx:sendError")
                || it.contains("htmx:afterRequest"));
    }

    @Test
    void keepsWhatWasTypedWhenThePortalIsAway() {
        Visitor desk = loggedIn("desk-ber");
        String family = fillInAClient(desk, "Away");
        desk.page().route("**/*", Route::abort);
        desk.press("clients.register");
        assertThat(desk.page().locator("#unreached")).containsText(desk.says("frame.unreached"));
        assertThat(desk.field("field.familyName")).hasValue(family);
        desk.page().unroute("**/*");

        desk.press("clients.register");
        desk.isTold("clients.registered", "Kim " + family);
        complaints.removeIf(it -> it.contains("ERR_FAILED"));
    }

    private static String fillInAClient(Visitor desk, String prefix) {
        String family = prefix + Long.toString(System.nanoTime(), 36);
        desk.open("/clinic/" + BERLIN + "/clients/new");
        desk.fill("field.givenName", "Kim");
        desk.fill("field.familyName", family);
        desk.fill("field.dateOfBirth", "1985-05-05");
        desk.fill("field.email", family.toLowerCase(Locale.ROOT) + "@example.org");
        desk.fill("field.phone", "+49 30 5553" + (System.nanoTime() % 9000 + 1000));
        desk.choose("field.language", "de");
        return family;
    }

    @Test
    void offersNoStartOfASessionWhileItsLightIsRed() {
        Visitor desk = loggedIn("desk-ber");
        String family = fillInAClient(desk, "Red");
        desk.press("clients.register");
        desk.isTold("clients.registered", "Kim " + family);
        openADayWithFreePlaces(desk);
        String day = desk.page().url();
        desk.page().locator("a.free").first().click();
        desk.fill("book-place.client", family);
        desk.page()
                .locator("#found label")
                .filter(new Locator.FilterOptions().setHasText(family))
                .locator("input")
                .check();
        desk.choose("service", "SESSION_1");
        desk.press("book-place.submit");
        desk.isTold("notice.booked");

        Visitor chair = loggedIn("practitioner-1");
        chair.open(day);
        chair.page()
                .locator("a.visit")
                .filter(new Locator.FilterOptions().setHasText(family))
                .click();
        assertThat(chair.page().locator("#panel h3 .light-red")).hasCount(1);
        assertThat(chair.button(chair.says("panel.start"))).isDisabled();
        assertThat(chair.page().locator("#start-not")).containsText(chair.says("step.CONSENT"));
        Chrome.assertAccessible(chair.page());

        chair.follow("chairside.link");
        assertThat(chair.button(chair.says("panel.start"))).isDisabled();
        assertThat(chair.page().locator("#start-not")).containsText(chair.says("step.CONSENT"));
        Chrome.assertAccessible(chair.page());

        answerAboutHealth(chair, "Kim " + family);
    }

    /** Beside the chair, where the client signs: the first time, and that nothing has changed since. */
    private static void answerAboutHealth(Visitor chair, String client) {
        String chairside = chair.page().url();
        chair.follow("chairside.health");
        assertThat(chair.page().locator("main .calm")).hasText(chair.says("chairside.health.none"));
        chair.follow("form.health");
        chair.page().locator("input[value=no]").all().forEach(Locator::check);
        chair.fill("sign.name", "Somebody Else");
        chair.page().locator(".tick input").check();
        chair.press("sign.submit");
        assertThat(chair.page().locator("[data-refused]")).isVisible();
        assertThat(chair.field("sign.name")).hasValue("Somebody Else");
        assertThat(chair.page().locator("input[value=no]").first()).isChecked();
        Chrome.assertAccessible(chair.page());
        chair.sign(client, "notice.answered");

        chair.open(URI.create(chairside).getPath().replaceAll("/chair$", "/health"));
        assertThat(chair.page().locator("#health-since")).isVisible();
        assertThat(chair.page().locator("canvas")).isVisible();
        chair.page().setViewportSize(320, 900);
        assertThat(((Number) chair.page().evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(320);
        Chrome.assertAccessible(chair.page());
        chair.sign(client, "notice.answered");
    }

    @Test
    void showsVisitorsAllClinicsOnOneMap() {
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), "fr-FR", complaints));
        visitor.open("/clinics");
        Locator points = visitor.page().locator("svg.map a");
        assertThat(points).hasCount(visitor.page().locator("article.card").count());
        Chrome.assertAccessible(visitor.page());

        String name = points.last().getAttribute("aria-label");
        points.last().click();

        assertThat(visitor.page().locator("article.card:target h2")).hasText(name);
    }

    @Test
    void cancelsOnThePageOfTheAppointmentAlone() {
        Visitor client = loggedIn("client-112");
        client.open(bookInGoodTime(BERLIN));
        LocalDateTime at = client.bookLastFreeTime();
        Visitor desk = loggedIn("desk-ber");
        new DayPage(desk, BERLIN)
                .open(at, client.page().locator(".person strong").innerText());
        String alone = String.valueOf(
                desk.page().locator("#panel form[hx-post$='/cancel']").getAttribute("hx-post"));

        desk.open(alone.replaceFirst("/cancel$", ""));
        new DayPage(desk, BERLIN).unfold("cancel.title");
        desk.choose("reason", "CLIENT_REQUEST");
        desk.press("cancel.submit");

        assertThat(desk.page().locator("#panel .line .pill").first()).hasText(desk.says("status.CANCELLED"));
    }

    @ParameterizedTest
    @CsvSource({"chairs, chairId, network.chair", "devices, deviceId, device"})
    void removesAChairOrADeviceThatHeadOfficeHadAdded(String what, String id, String words) {
        Visitor office = loggedIn("head-office");
        office.open("/office/clinics");
        Locator vienna = office.page().locator("article").filter(new Locator.FilterOptions().setHasText("Vienna"));
        String name = "Spare " + Long.toString(System.nanoTime(), 36);
        Locator adding = vienna.locator("form[action$='/" + what + "']");
        adding.locator("input[name=name]").fill(name);
        adding.locator("button").click();
        office.isTold(words + ".added");

        Locator removing = vienna.locator("details")
                .filter(new Locator.FilterOptions().setHas(office.page().locator("select[name=" + id + "]")));
        removing.locator("summary").click();
        removing.locator("select").selectOption(new SelectOption().setLabel(name));
        removing.locator("button").click();

        office.isTold(words + ".removed");
        assertThat(vienna).not().containsText(name);
        Chrome.assertAccessible(office.page());
    }

    @Test
    void setsAPriceOfAnotherCurrencyWithWhatZonesAddAndTakesItAway() {
        Visitor office = loggedIn("head-office");
        office.open("/office/prices/ranges?service=TOUCH_UP");
        Locator adding = office.page().locator("form.card").last();
        adding.locator("[name=currency]").fill("CHF");
        adding.locator("[name=price]").fill("410");
        adding.locator("[name='zones.from']").first().fill("4");
        adding.locator("[name='zones.extra']").first().fill("55.123");
        office.press("prices.ranges.add");
        assertThat(office.page().locator("main .alert")).isVisible();

        Locator again = office.page().locator("form.card").last();
        assertThat(again.locator("[name=price]")).hasValue("410");
        again.locator("[name='zones.extra']").first().fill("55.10");
        office.press("prices.ranges.add");
        office.isTold("prices.changed-free", office.says("service.TOUCH_UP"));
        Locator francs = office.page()
                .locator("form.card")
                .filter(new Locator.FilterOptions().setHas(office.page().locator("[name=currency][value=CHF]")));
        assertThat(francs.locator("[name='zones.extra']").first()).hasValue("55.10");
        Chrome.assertAccessible(office.page());

        office.press("prices.ranges.remove", "CHF");
        office.isTold("prices.changed-free", office.says("service.TOUCH_UP"));
        assertThat(francs).hasCount(0);
    }

    @Test
    void offersOthersToTheSecondOfTwoBrowsersThatChooseOneTime() {
        Visitor first = new Visitor(chrome().visitor(DEMO.portal(), complaints));
        Visitor second = new Visitor(chrome().visitor(DEMO.portal(), complaints));
        String page = "/visit?where=" + BERLIN + "&from=" + DEMO.today().plusDays(16);
        first.open(page);
        second.open(page);

        first.page().locator("button.time").last().click();
        assertThat(first.heading(first.says("visit.who"))).isVisible();
        second.page().locator("button.time").last().click();

        assertThat(second.page().locator(".alert:not([hidden])").first()).isVisible();
        assertThat(second.page().getByText(second.says("times.alternatives"))).isVisible();
        Chrome.assertAccessible(second.page());
        second.page().locator(".near button.time").first().click();
        assertThat(second.heading(second.says("visit.who"))).isVisible();
        complaints.removeIf(it -> it.contains("409"));
    }

    @Test
    void letsAVisitorBookByKeyboardAlone() {
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), complaints));
        visitor.open("/");

        visitor.tabTo("main a[href='/visit']");
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL("**/visit");
        visitor.tabTo("button.time");
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL("**/visit/details");
        Map<String, String> person = new LinkedHashMap<>();
        person.put("#givenName", "Key");
        person.put("#familyName", "Board");
        person.put("#dateOfBirth", "05051985");
        person.put("#email", "keys-" + System.nanoTime() + "@example.org");
        person.put("#phone", "+49 30 5555" + (System.nanoTime() % 9000 + 1000));
        person.forEach((field, text) -> {
            visitor.tabTo(field);
            visitor.page().keyboard().type(text);
        });
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.heading(visitor.says("visit.review"))).isVisible();
        visitor.tabTo("main form[action='/visit/confirm'] button");
        visitor.page().keyboard().press("Enter");

        assertThat(visitor.heading(visitor.says("visit.done"))).isVisible();
    }

    @Test
    void keepsWhatAVisitorTypedWhenThePageIsReloaded() {
        Visitor visitor = new Visitor(chrome().visitor(DEMO.portal(), complaints));
        visitor.open("/visit");
        visitor.page().locator("button.time").last().click();
        visitor.page().waitForURL("**/visit/details");
        visitor.page().locator("#givenName").fill("Rita");
        visitor.page().locator("#dateOfBirth").fill("1985-05-05");

        visitor.page().reload();

        assertThat(visitor.page().locator("#givenName")).hasValue("Rita");
        assertThat(visitor.page().locator("#dateOfBirth")).hasValue("1985-05-05");
        assertThat(visitor.page().locator("#familyName")).hasValue("");
    }

    @Test
    void keepsTheMailOfOthersFromClients() {
        Visitor client = loggedIn("client-8");
        client.open("/demo");

        assertThat(client.heading(client.says("error.missing"))).isVisible();
        complaints.removeIf(it -> it.contains("404"));
    }

    @Test
    void movesAVisitThatIsDraggedToAFreePlace() {
        Visitor client = loggedIn("client-120");
        client.open(bookInGoodTime(BERLIN));
        LocalDateTime at = client.bookLastFreeTime();
        String name = client.page().locator(".person strong").innerText();
        Page desk = loggedIn("desk-ber").page();
        desk.setViewportSize(1_280, WHOLE_DAY);
        desk.navigate("/clinic/" + BERLIN + "/day?date=" + at.toLocalDate());
        Locator visit =
                desk.locator("a.visit[data-at='" + at + "']").filter(new Locator.FilterOptions().setHasText(name));
        Locator free = desk.locator("a.free").first();
        assertThat(visit).isVisible();
        visit.click();
        assertThat(desk.locator("#panel h2")).containsText(name);
        // As each step in the panel does; the diary that is dragged in is then a new one.
        desk.evaluate(
                "document.getElementById('grid').dataset.old = 'yes'; htmx.trigger(document.body, 'visit-changed')");
        assertThat(desk.locator("#grid:not([data-old])")).isVisible();
        desk.keyboard().press("Escape");
        assertThat(visit).isFocused();

        visit.hover();
        desk.mouse().down();
        desk.waitForResponse("**/move/free?**", () -> {
            visit.hover(new Locator.HoverOptions().setForce(true).setPosition(8, 8));
            free.hover(new Locator.HoverOptions().setForce(true));
        });
        assertThat(desk.locator(".visit.held")).hasCount(1);
        Locator rest = desk.locator(".daygrid .rest").first();
        dragsOver(rest, desk.locator(".drop.clashes"));
        dragsOver(free, desk.locator(".drop.fits"));
        desk.mouse().up();

        desk.waitForURL("**/move/review?**");
        Chrome.assertAccessible(desk);
        desk.locator("#reasonCode").selectOption("CLIENT_REQUEST");
        desk.locator("main button[type=submit]").click();
        assertThat(desk.locator("a.visit").filter(new Locator.FilterOptions().setHasText(name)))
                .hasCount(1);
        assertThat(visit).hasCount(0);
    }

    /** To and fro, until the page has read which places are free and says what this one is. */
    private static void dragsOver(Locator place, Locator said) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            place.hover(new Locator.HoverOptions().setForce(true).setPosition(20, 22));
            place.hover(new Locator.HoverOptions().setForce(true).setPosition(24, 24));
            return said.isVisible();
        });
    }

    @Test
    void movesAndCancelsByTheLinkOfTheLetterWithoutALogIn() {
        Visitor client = loggedIn("client-128");
        client.open(bookInGoodTime(DemoIds.clinic("HAM").value()));
        client.bookLastFreeTime();
        Visitor reader = new Visitor(chrome().visitor(DEMO.portal(), "de-DE", complaints));

        reader.open(mailed(LINK, "client-128@example.org"));
        assertThat(reader.heading(reader.says("link.title"))).isVisible();
        Chrome.assertAccessible(reader.page());
        reader.follow("move.title");
        Chrome.assertAccessible(reader.page());
        reader.page().locator("button.time").first().click();
        assertThat(reader.page().getByText(reader.says("move.free"))).isVisible();
        Chrome.assertAccessible(reader.page());
        reader.press("move.submit");
        reader.isToldWith("notice.moved");
        reader.follow("cancel.submit");
        assertThat(reader.page().getByText(reader.says("cost.free"))).isVisible();
        Chrome.assertAccessible(reader.page());
        reader.press("cancel.submit");
        reader.isTold("notice.cancelled");
        assertThat(reader.page().getByText(reader.says("link.closed"))).isVisible();

        reader.open("/a/no-such-link");
        assertThat(reader.heading(reader.says("link.gone"))).isVisible();
        Chrome.assertAccessible(reader.page());
        complaints.removeIf(it -> it.contains("404"));
    }

    /** Times so far ahead that a cancellation isn't at short notice. */
    private static String bookInGoodTime(String clinic) {
        return "/book?service=CONSULTATION&where=" + clinic + "&from="
                + DEMO.today().plusDays(9);
    }

    private Visitor loggedIn(String login) {
        return Visitor.loggedIn(chrome().visitor(DEMO.portal(), complaints), login, DEMO.password());
    }

    private static Chrome chrome() {
        return Objects.requireNonNull(chrome);
    }
}
