package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.awaitility.Awaitility;

/** Somebody with a browser of her own, logged in; finds things by the words that people see. */
record Visitor(Page page) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);

    static Visitor loggedIn(Page page, String login, String password) {
        page.navigate("/home");
        page.fill("#username", login);
        page.fill("#password", password);
        Visitor visitor = new Visitor(page);
        visitor.click("Log in");
        page.waitForURL(it -> !it.contains("/login"));
        return visitor;
    }

    void open(String path) {
        page.navigate(path);
    }

    /** Presses the first button with these words. */
    void click(String words) {
        button(words).click();
    }

    void follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words))
                .first()
                .click();
    }

    void fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    void choose(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    }

    /** The page answers with these words. */
    void isTold(String words) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(words);
    }

    /** Signs whatever is on the page, and is thanked. */
    void sign(String name) {
        fill("Your name, as your signature", name);
        page.locator(".tick input").check();
        click("Sign");
        isTold("Thank you");
    }

    /** Takes the last of the free times that are shown, and says yes; when it is, by the clinic's clock. */
    LocalDateTime bookLastFreeTime() {
        page.locator("button.time").last().click();
        LocalDateTime when = moment(page.locator(".facts dd").first().innerText());
        click("Book it");
        isTold("It is booked");
        return when;
    }

    /** Of a list, the first option with these words in it. */
    void chooseContaining(String label, String words) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.selectOption(field.locator("option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last()
                .getAttribute("value"));
    }

    /** Opens a page again and again until something is on it, as people do who wait for a mail. */
    void seesWithReloads(String path, Locator it) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            open(path);
            return it.isVisible();
        });
    }

    /** Such as "Monday, 30 November 2026, 09:00–09:45". */
    static LocalDateTime moment(String words) {
        int time = words.lastIndexOf(", ");
        return LocalDateTime.of(
                LocalDate.parse(words.substring(0, time), DAY), LocalTime.parse(words.substring(time + 2, time + 7)));
    }

    Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    private Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
