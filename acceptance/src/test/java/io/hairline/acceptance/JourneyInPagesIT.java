package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** From a consultation in Berlin to a touch-up in New York, through nothing but pages, by the people whose part it is. */
@ResourceLock("demo")
class JourneyInPagesIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String BERLIN = DemoIds.clinic("BER").value();
    private static final String NEW_YORK = DemoIds.clinic("NYC").value();
    private static final String CLIENT_LOGIN = "client-136";
    private static final List<String> PRICES = List.of("950.00", "750.00", "600.00");
    private static final List<String> SESSIONS = List.of("service.SESSION_1", "service.SESSION_2", "service.SESSION_3");
    private static final int TOO_CLOSE = 3;
    private static final int HEALING = 10;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void goesFromTheConsultationToATouchUpInAnotherRegion() {
        RunningDemo demo = RunningDemo.get();
        try (Chrome chrome = Chrome.open()) {
            new Walk(login -> Visitor.loggedIn(chrome.visitor(demo.portal(), complaints), login, demo.password()))
                    .all();
        }
        assertThat(complaints).isEmpty();
    }

    /** The people of the journey, each in front of a browser of their own. */
    static final class Walk {

        private final Visitor client;
        private final Visitor manager;
        private final Visitor office;
        private final DayPage desk;
        private final DayPage chair;
        private final DayPage away;
        private final String lotNumber = "J-" + Long.toString(System.nanoTime(), 36);
        private String name = "";
        private LocalDateTime visit = LocalDateTime.MIN;

        Walk(Function<String, Visitor> door) {
            client = door.apply(CLIENT_LOGIN);
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
            replan();
            SESSIONS.forEach(this::treat);
            fallDue();
            bookTouchUp();
        }

        private void consultation() {
            client.open("/book?service=CONSULTATION&where=" + BERLIN);
            visit = client.bookLastFreeTime();
            name = client.page().locator(".person strong").innerText();

            clockTo(visit);
            desk.open(visit, name);
            desk.visitor().press("panel.check-in");
            desk.shows("status.CHECKED_IN");

            chair.open(visit, name);
            Chrome.assertAccessible(chair.visitor().page());
            chair.visitor().choose("consult.indication", "THINNING");
            chair.visitor().choose("consult.norwood", "IV");
            chair.visitor().choose("consult.fitzpatrick", "III");
            chair.visitor().choose("consult.skin", "NORMAL");
            chair.visitor().choose("hairline.style", "SOFT");
            chair.visitor().fill("consult.goals", "A soft, natural hairline.");
            chair.visitor().press("consult.submit");
            chair.shows("status.COMPLETED");
        }

        private void receiveLots() {
            manager.open("/clinic/" + BERLIN + "/lots");
            Chrome.assertAccessible(manager.page());
            receive("PIGMENT", "Journey black", "30 or so");
            assertThat(manager.page().locator("#millilitres-wrong")).isVisible();
            assertThat(manager.page().locator("#product")).hasValue("Journey black");
            Chrome.assertAccessible(manager.page());
            manager.page().fill("#millilitres", "30");
            manager.press("lots.submit");
            manager.isTold("lots.received", "Journey Supplies Journey black, lot " + lotNumber);
            receive("NEEDLE", "Journey needles", "20");
            manager.isTold("lots.received", "Journey Supplies Journey needles, lot " + lotNumber);
            assertThat(manager.page().locator("table")).containsText("Journey needles");

            desk.visitor().open("/clinic/" + BERLIN + "/lots");
            assertThat(desk.visitor().page().locator("table")).containsText("Journey black");
            assertThat(desk.visitor().page().getByText(desk.visitor().says("lots.receive")))
                    .hasCount(0);
        }

        /** By the fields' ids: the lots in the table above have fields with the same labels. */
        private void receive(String kind, String product, String howMuch) {
            manager.choose("lots.kind", kind);
            manager.page().fill("#maker", "Journey Supplies");
            manager.page().fill("#product", product);
            manager.page().fill("#colourIndex", "77266");
            manager.page().fill("#lotNumber", lotNumber);
            manager.page().fill("#expiresOn", "2099-12-31");
            manager.page().fill("#millilitres", howMuch);
            if (kind.equals("PIGMENT")) {
                manager.page().fill("[name='labelFields.USE_STATEMENT']", "For tattoos or permanent make-up");
                manager.page().fill("[name='labelFields.INGREDIENTS']", "Aqua, CI 77266");
            }
            manager.press("lots.submit");
        }

        private void papers() {
            chair.open(visit, name);
            chair.unfold("checks.title");
            chair.visitor().chooseContaining("lots.lot", lotNumber);
            chair.visitor().press("checks.place");
            assertThat(chair.visitor().page().locator("#panel select[name=result]"))
                    .hasCount(1);
            chair.unfold("checks.title");
            chair.visitor().choose("checks.document", "PASSPORT");
            chair.visitor()
                    .page()
                    .locator("form:has(input[name=adult]) input[type=checkbox]")
                    .all()
                    .forEach(Locator::check);
            chair.visitor().press("checks.note-document");

            client.open("/me/questionnaire");
            client.page().locator("input[value=no]").all().forEach(Locator::check);
            client.fill("sign.name", "Somebody Else");
            client.page().locator(".tick input").check();
            client.press("sign.submit");
            assertThat(client.page().locator("[data-refused]")).isVisible();
            client.sign(name, "notice.answered");
            client.open("/me/consents/TREATMENT");
            client.sign(name, "notice.signed");
            client.page().locator("a[href^='/me/hairlines/']").click();
            Chrome.assertAccessible(client.page());
            client.sign(name, "notice.signed");

            clockTo(visit.plusHours(49));
            chair.open(visit, name);
            chair.unfold("checks.title");
            chair.visitor().page().locator("#panel select[name=result]").selectOption("PASS");
            chair.visitor().press("checks.note-reading");
            assertThat(chair.visitor().page().locator("#panel select[name=result]"))
                    .hasCount(0);
        }

        private void plan() {
            chair.open(visit, name);
            chair.unfold("plan.propose");
            chair.visitor().choose("plan.kind", "PERMANENT");
            for (int number = 1; number <= PRICES.size(); number++) {
                chair.visitor().choose("plan.session", "SESSION_" + number, number);
                assertThat(chair.visitor().field("plan.price", number)).not().hasValue("");
                chair.visitor().fill("plan.price", PRICES.get(number - 1), number);
            }
            chair.visitor().page().locator("input[name=zones][value=CROWN]").check();
            chair.visitor().fill("plan.density", "60", 1);
            chair.visitor().press("plan.submit");
            chair.says("plan.waits-over", "€2,300.00");

            client.open("/me");
            client.follow("timeline.plan.read");
            assertThat(client.page().locator("tfoot")).containsText("2.300,00");
            assertThat(client.page().locator("tbody tr").first()).containsText(client.says("price.part.DENSITY", 60));
            assertThat(client.page().locator("tbody tr").first()).containsText(client.says("price.part.AGREED"));
            assertThat(client.page().locator("section[aria-labelledby=terms-title]"))
                    .containsText("460,00");
            Chrome.assertAccessible(client.page());
            client.sign(name, "notice.signed");
        }

        private void course() {
            chair.open(visit, name);
            chair.unfold("course.book");
            chair.visitor().press("course.submit");
            chair.says("notice.noted");

            client.open("/me");
            client.follow("me.deposit.pay");
            Chrome.assertAccessible(client.page());
            client.page().locator("main form[action$='/deposit'] button").click();
            client.isTold("notice.paid");

            client.open("/me");
            client.follow("timeline.plan.see");
            assertThat(client.page().locator("section[aria-labelledby=dates-title] time"))
                    .hasCount(SESSIONS.size());
        }

        /** The second session comes too close to the third, which gets one of the times that are held for it. */
        private void replan() {
            client.open("/me");
            LocalDateTime third = planned(SESSIONS.getLast());
            String move = client.page()
                    .locator("section[aria-labelledby=later-title] li")
                    .filter(new Locator.FilterOptions().setHasText(client.says(SESSIONS.get(1))))
                    .locator("a[href$='/move']")
                    .getAttribute("href");
            client.open(move + "?from=" + third.toLocalDate().minusDays(TOO_CLOSE));
            client.page().locator("button.time").last().click();
            client.press("move.submit");
            client.isTold("replan.moved");
            Chrome.assertAccessible(client.page());

            client.press("replan.submit");
            client.isTold("replan.done");
            client.open("/me");
            assertThat(planned(SESSIONS.getLast()).toLocalDate())
                    .isAfterOrEqualTo(planned(SESSIONS.get(1)).toLocalDate().plusDays(HEALING));
        }

        private LocalDateTime planned(String session) {
            return Visitor.moment(client.page()
                    .locator(".steps li")
                    .filter(new Locator.FilterOptions().setHasText(client.says(session)))
                    .locator("time"));
        }

        private void treat(String session) {
            client.open("/me");
            LocalDateTime at = planned(session);
            clockTo(at);
            desk.open(at, name);
            desk.visitor().press("panel.check-in");
            desk.shows("status.CHECKED_IN");

            chair.open(at, name);
            assertThat(chair.visitor().page().locator("#panel .light-red")).hasCount(0);
            chair.visitor().press("panel.start");
            chair.shows("status.IN_CHAIR");
            Chrome.assertAccessible(chair.visitor().page());
            // Nothing clinical is filled in before the practitioner does it.
            String typed = "#panel details[open] input:not([type=hidden]):not([type=checkbox])";
            assertThat(chair.visitor().page().locator(typed))
                    .hasCount(chair.visitor()
                            .page()
                            .locator(typed + ":not([value])")
                            .count());
            assertThat(chair.visitor().page().locator("#panel details[open] input:checked"))
                    .hasCount(0);
            chair.visitor().choose("complete.zone", "FRONTAL_HAIRLINE", 1);
            chair.visitor().fill("complete.density", "80", 1);
            chair.visitor().fill("complete.configuration", "3RL");
            chair.visitor().chooseContaining("complete.needle-lot", lotNumber);
            chair.visitor().chooseContaining("complete.pigment-lot", lotNumber, 1);
            chair.visitor().fill("complete.millilitres", "0.8", 1);
            chair.visitor().fill("complete.dilution", "10", 1);
            chair.visitor().fill("complete.depth", "0.7");
            chair.visitor().fill("complete.pain", "2");
            chair.visitor().fill("complete.notes", "Healed well.");
            chair.visitor().page().check("[name=singleUse]");
            chair.visitor().press("complete.submit");
            chair.shows("status.COMPLETED");
        }

        private void fallDue() {
            desk.visitor().open("/clinic/" + BERLIN + "/touch-ups");
            Locator line =
                    desk.visitor().page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
            assertThat(line.locator(".pill")).hasText(desk.visitor().says("touch-up.status.PLANNED"));
            LocalDate due = LocalDate.parse(line.locator("time").getAttribute("datetime"));
            clockTo(due.atTime(10, 30));

            Locator mail = office.page()
                    .locator("main li")
                    .filter(new Locator.FilterOptions().setHasText(CLIENT_LOGIN + "@"))
                    .getByText("Farbe aufzufrischen")
                    .first();
            office.seesWithReloads("/demo", mail);
            mail.click();
            client.open(office.page().locator("main li a").first().getAttribute("href"));
            assertThat(client.page().getByText(client.says("book.touch-up"))).isVisible();
        }

        private void bookTouchUp() {
            office.open("/dashboard?regionId=" + DemoIds.region("US").value());
            Locator bookings = office.page().locator("#tile-bookings .value");
            String before = bookings.innerText();

            client.choose("fact.where", NEW_YORK);
            client.press("book.look");
            LocalDateTime at = client.bookLastFreeTime();
            assertThat(bookings).not().hasText(before);
            away.open(at, name);
            away.shows("status.CONFIRMED");
            Chrome.assertAccessible(client.page());
        }

        /** The demo's clock; the clinic's own time is turned into the UTC that the page asks for. */
        private void clockTo(LocalDateTime inBerlin) {
            office.open("/demo");
            office.fill(
                    "demo.until",
                    LocalDateTime.ofInstant(inBerlin.atZone(ZONE).toInstant(), ZoneOffset.UTC)
                            .toString());
            office.press("demo.go");
            assertThat(office.page().locator(".alert:not([hidden])")).hasCount(0);
        }
    }
}
