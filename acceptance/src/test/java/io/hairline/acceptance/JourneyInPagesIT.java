package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From a consultation in Berlin to a touch-up in New York, through nothing but pages, by the people whose part it is. */
@ResourceLock("demo")
class JourneyInPagesIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String BERLIN = DemoIds.clinic("BER").value();
    private static final String NEW_YORK = DemoIds.clinic("NYC").value();
    private static final String HER_LOGIN = "client-136";
    private static final List<String> PRICES = List.of("950.00", "750.00", "600.00");
    private static final List<String> SESSIONS = List.of("First session", "Second session", "Third session");
    private static final double A_WHILE_MS = 20_000;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void goesFromTheConsultationToATouchUpInAnotherRegion() {
        Optional<Path> program = Chrome.find();
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), "No Chromium on the PATH: install chromium to try the pages.");
        }
        RunningDemo demo = RunningDemo.get();
        try (Chrome chrome = new Chrome(program.orElseThrow())) {
            new Walk(login -> Visitor.loggedIn(chrome.visitor(demo.portal(), complaints), login, demo.password()))
                    .all();
        }
        assertThat(complaints).isEmpty();
    }

    /** The people of the journey, each in front of her own browser. */
    static final class Walk {

        private final Visitor her;
        private final Visitor manager;
        private final Visitor office;
        private final DayPage desk;
        private final DayPage chair;
        private final DayPage away;
        private final String lotNumber = "J-" + Long.toString(System.nanoTime(), 36);
        private String name = "";
        private LocalDateTime visit = LocalDateTime.MIN;

        Walk(Function<String, Visitor> door) {
            her = door.apply(HER_LOGIN);
            manager = door.apply("manager-ber");
            office = door.apply("head-office");
            desk = new DayPage(door.apply("desk-ber"), BERLIN);
            chair = new DayPage(door.apply("practitioner-1"), BERLIN);
            away = new DayPage(door.apply("desk-nyc"), NEW_YORK);
        }

        void all() {
            consultation();
            receiveLots();
            papers();
            plan();
            course();
            SESSIONS.forEach(this::treat);
            fallDue();
            bookTouchUp();
        }

        private void consultation() {
            her.open("/book?service=CONSULTATION&where=" + BERLIN);
            visit = her.bookLastFreeTime();
            name = her.page().locator("h1 span").innerText();

            clockTo(visit);
            desk.open(visit, name);
            desk.visitor().click("Check in");
            desk.shows("Checked in");

            chair.open(visit, name);
            Chrome.assertAccessible(chair.visitor().page());
            chair.visitor().fill("What she wishes for", "A soft, natural hairline.");
            chair.visitor().click("Record it");
            chair.shows("Completed");
        }

        private void receiveLots() {
            manager.open("/clinic/" + BERLIN + "/lots");
            Chrome.assertAccessible(manager.page());
            receive("PIGMENT", "Journey black", "30 or so");
            assertThat(manager.page().locator("#millilitres-wrong")).isVisible();
            assertThat(manager.page().locator("#product")).hasValue("Journey black");
            Chrome.assertAccessible(manager.page());
            manager.fill("How much: millilitres or pieces", "30");
            manager.click("Receive it");
            manager.isTold("It is in stock");
            receive("NEEDLE", "Journey needles", "20");
            manager.isTold("It is in stock");
            assertThat(manager.page().locator("table")).containsText("Journey needles");

            desk.visitor().open("/clinic/" + BERLIN + "/lots");
            assertThat(desk.visitor().page().locator("table")).containsText("Journey black");
            assertThat(desk.visitor().page().getByText("Receive a lot")).hasCount(0);
        }

        private void receive(String kind, String product, String howMuch) {
            manager.choose("What it is", kind);
            manager.fill("Maker", "Journey Supplies");
            manager.fill("Product", product);
            manager.fill("Colour index; a dash for needles", "77266");
            manager.fill("Lot number", lotNumber);
            manager.fill("Expires on", "2099-12-31");
            manager.fill("How much: millilitres or pieces", howMuch);
            manager.click("Receive it");
        }

        private void papers() {
            chair.open(visit, name);
            chair.unfold("Patch test and identity");
            chair.visitor().click("Place the patch test");
            chair.says("read after a day");
            chair.visitor().click("Note it");

            her.open("/me/questionnaire");
            her.page().locator("input[value=no]").all().forEach(Locator::check);
            her.sign("Tessa Tour");
            her.open("/me/consents/TREATMENT");
            her.sign("Tessa Tour");

            clockTo(visit.plusHours(49));
            chair.open(visit, name);
            chair.unfold("Patch test and identity");
            chair.visitor().click("Note the reading");
        }

        private void plan() {
            chair.open(visit, name);
            chair.unfold("Propose a plan");
            for (int number = 1; number <= PRICES.size(); number++) {
                chair.visitor().fill("Price " + number, PRICES.get(number - 1));
            }
            chair.visitor().click("Propose it");
            chair.says("€2,300.00 waits for her signature");

            her.open("/me");
            her.follow("Read and accept");
            assertThat(her.page().locator("tfoot")).containsText("€2,300.00");
            her.sign("Tessa Tour");
        }

        private void course() {
            chair.open(visit, name);
            chair.unfold("Book the course of her plan");
            chair.visitor().click("Book them");
            chair.says("It is noted");

            her.open("/me");
            her.follow("Pay the deposit");
            Chrome.assertAccessible(her.page());
            her.click("Pay €460.00 by card");
            her.isTold("Your deposit is paid");
        }

        private void treat(String session) {
            her.open("/me");
            Locator next = her.page().locator(".steps li").filter(new Locator.FilterOptions().setHasText(session));
            LocalDateTime at = Visitor.moment(next.locator("p").nth(1).innerText());
            clockTo(at);
            desk.open(at, name);
            desk.visitor().click("Check in");
            desk.shows("Checked in");

            chair.open(at, name);
            assertThat(chair.visitor().page().locator("#panel .light-red")).hasCount(0);
            chair.visitor().click("Start the session");
            chair.shows("In the chair");
            chair.visitor().fill("Depth, mm", "0.7");
            chair.visitor().chooseContaining("Lot of the needle", lotNumber);
            chair.visitor().chooseContaining("Lot of pigment 1", lotNumber);
            chair.visitor().fill("Notes for the chart", "Healed well.");
            chair.visitor().click("Complete it");
            chair.shows("Completed");
        }

        private void fallDue() {
            desk.visitor().open("/clinic/" + BERLIN + "/touch-ups");
            Locator line =
                    desk.visitor().page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
            assertThat(line.locator(".pill")).hasText("Planned");
            LocalDate due = LocalDate.parse(line.locator("td").nth(1).innerText());
            clockTo(due.atTime(10, 30));

            Locator mail = her.page()
                    .locator("main li")
                    .filter(new Locator.FilterOptions().setHasText(HER_LOGIN + "@"))
                    .getByText("Farbe aufzufrischen")
                    .first();
            her.seesWithReloads("/demo", mail);
            mail.click();
            her.page().locator("main li a").first().click();
            assertThat(her.page().getByText("Your touch-up is due")).isVisible();
        }

        private void bookTouchUp() {
            office.open("/wall?regionId=" + DemoIds.region("US").value());
            Locator bookings = office.page().locator("#tile-bookings .value");
            String before = bookings.innerText();

            her.choose("Where", NEW_YORK);
            her.click("Look");
            LocalDateTime at = her.bookLastFreeTime();
            assertThat(bookings).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(A_WHILE_MS));
            away.open(at, name);
            away.shows("Confirmed");
            Chrome.assertAccessible(her.page());
        }

        /** The demo's clock; the clinic's own time is turned into the UTC that the page asks for. */
        private void clockTo(LocalDateTime inBerlin) {
            office.open("/demo");
            office.fill(
                    "Or to a moment, UTC",
                    LocalDateTime.ofInstant(inBerlin.atZone(ZONE).toInstant(), ZoneOffset.UTC)
                            .toString());
            office.click("Go there");
            assertThat(office.page().locator(".alert")).hasCount(0);
        }
    }
}
