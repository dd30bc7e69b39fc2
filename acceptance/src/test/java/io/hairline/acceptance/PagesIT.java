package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The pages as people use them: a real browser, real log-ins, every service behind them. */
@ResourceLock("demo")
class PagesIT {

    private static final RunningDemo DEMO = RunningDemo.get();

    private static final double A_WHILE_MS = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

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
        Page office = loggedIn("head-office");
        Locator bookings = office.locator("#" + DemoIds.region("EU").value() + "-tile-bookings");
        String before = bookings.innerText();
        Page client = loggedIn("client-8");
        assertThat(client).hasURL(DEMO.portal() + "/me");
        assertThat(heading(client, "Your course")).isVisible();
        Chrome.assertAccessible(client);

        client.navigate("/book?service=CONSULTATION&where=" + DemoIds.clinic("BER"));
        Chrome.assertAccessible(client);
        client.locator("button.time").last().click();
        Chrome.assertAccessible(client);
        String day = client.locator(".facts dd").first().innerText();
        button(client, "Book it").click();
        assertThat(client.getByRole(AriaRole.STATUS)).containsText("It is booked");
        String name = heading(client, "Hello").innerText().replace("Hello ", "");

        Page desk = loggedIn("desk-ber");
        assertThat(heading(desk, "Berlin")).isVisible();
        String date = day.substring(0, day.lastIndexOf(','));
        desk.navigate("/clinic/" + DemoIds.clinic("BER") + "/day?date=" + LocalDate.parse(date, DAY));
        Locator visit = desk.locator("a.visit").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(visit).hasCount(1);
        Chrome.assertAccessible(desk);
        assertThat(bookings).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(A_WHILE_MS));

        visit.first().click();
        assertThat(desk.locator("#panel h2")).containsText(name);
        Chrome.assertAccessible(desk);
        button(desk, "Check in").click();
        assertThat(desk.locator("#panel .pill")).hasText("Checked in");
        assertThat(desk.locator("a.visit.is-checked-in").first()).isVisible();
    }

    @Test
    void saysWhatACancellationCostsBeforeItHappens() {
        Page client = loggedIn("client-9");
        client.navigate("/book?service=CONSULTATION&where=" + DemoIds.clinic("LON"));
        client.locator("button.time").last().click();
        button(client, "Book it").click();

        client.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cancel"))
                .first()
                .click();
        assertThat(client.getByText("What it costs")).isVisible();
        Chrome.assertAccessible(client);
        button(client, "Cancel it").click();

        assertThat(client.getByRole(AriaRole.STATUS)).containsText("It is cancelled");
    }

    @Test
    void showsHeadOfficeTheWallAndEndsTheLogInWithTheSession() {
        Page office = loggedIn("head-office");
        assertThat(office).hasURL(DEMO.portal() + "/wall");
        assertThat(heading(office, "The whole brand")).isVisible();
        assertThat(heading(office, "United States")).isVisible();
        assertThat(office.locator("main")).not().containsText("Something in the request");
        Chrome.assertAccessible(office);

        button(office, "Log out").click();
        assertThat(heading(office, "You are logged out")).isVisible();
        office.navigate("/wall");
        assertThat(office.locator("#username")).isVisible();
    }

    @Test
    void fitsOnATelephone() {
        Page client = loggedIn("client-8");
        client.setViewportSize(360, 740);
        for (String path : List.of("/", "/me", "/book", "/demo", "/api/booking")) {
            client.navigate(path);
            assertThat(client.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(360);
        }
    }

    private Page loggedIn(String login) {
        Page page = Objects.requireNonNull(chrome).visitor(DEMO.portal(), complaints);
        page.navigate("/home");
        page.fill("#username", login);
        page.fill("#password", DEMO.password());
        button(page, "Log in").click();
        page.waitForURL(it -> !it.contains("/login"));
        return page;
    }

    private static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
