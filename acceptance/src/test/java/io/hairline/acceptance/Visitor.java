package io.hairline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Somebody with a browser of their own; finds things by the words that people see, in the language of the page. Where a
 * method takes a key, it is the one of the portal's messages.
 */
record Visitor(Page page) {

    private static final String GAP = "\u0001";
    private static final int MOST_TABS = 80;
    /** The cookie that belongs to a browser, not to who is logged in. */
    private static final String LANGUAGE = "hairline_language";

    private static final Map<String, List<Cookie>> SESSIONS = new ConcurrentHashMap<>();

    /** By the page of the log-in, unless a test before has left a session of this person that is still good. */
    static Visitor loggedIn(Page page, String login, String password) {
        String person = login + " " + password;
        page.context().addCookies(SESSIONS.getOrDefault(person, List.of()));
        page.navigate("/home");
        if (page.url().contains("/login")) {
            logIn(page, login, password);
            SESSIONS.put(
                    person,
                    page.context().cookies().stream()
                            .filter(it -> !it.name.equals(LANGUAGE))
                            .toList());
        }
        return new Visitor(page);
    }

    /** In a session that no other test has, so that it takes no message away that another one waits for. */
    static Visitor loggedInAlone(Page page, String login, String password) {
        page.navigate("/home");
        logIn(page, login, password);
        return new Visitor(page);
    }

    private static void logIn(Page page, String login, String password) {
        page.fill("#username", login);
        page.fill("#password", password);
        page.locator("button[type=submit]").click();
        page.waitForURL(it -> !it.contains("/login"));
    }

    void open(String path) {
        page.navigate(path);
    }

    /** A message in the language that the page has. */
    String says(String key, Object... values) {
        String language = Objects.requireNonNull(page.locator("html").getAttribute("lang"));
        return Words.in(language, key, values);
    }

    /** Presses the first button with this message; a form that it sends is on its way then, or said why it isn't. */
    void press(String key, Object... values) {
        button(says(key, values)).click();
        Chrome.awaitSending(page);
    }

    /** The page that the first link with this message leads to is there, whole. */
    void follow(String key) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(says(key)))
                .first()
                .click();
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    void fill(String key, String value, Object... values) {
        field(key, values).fill(value);
    }

    /** @param option its value */
    void choose(String key, String option, Object... values) {
        field(key, values).selectOption(option);
    }

    Locator field(String key, Object... values) {
        String label = literal(says(key, values)) + "(\\s*" + literal(says("field.optional")) + ")?";
        return page.locator("input, select, textarea").and(page.getByLabel(Pattern.compile("^\\s*" + label + "\\s*$")));
    }

    /** For the browser's regular expressions, which know no quoting. */
    private static String literal(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }

    /** Presses the tabulator until the first element with this selector has the focus. */
    void tabTo(String selector) {
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(
                    "selector => document.activeElement === document.querySelector(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("No keyboard reaches " + selector + " at " + page.url());
    }

    /** The page answers with this message. */
    void isTold(String key, Object... values) {
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(says(key, values));
    }

    /** The page answers with this message of two values, whatever they are. */
    void isToldWith(String key) {
        String pattern = literal(says(key, GAP, GAP)).replace(GAP, ".+");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText(Pattern.compile(pattern));
    }

    /** Signs what is on the page, and is thanked. */
    void sign(String name, String thanks) {
        fill("sign.name", name);
        page.locator(".tick input").check();
        press("sign.submit");
        isTold(thanks);
    }

    /** Takes the last of the free times that are shown, reviews it, and books; when it is, by the clinic's clock. */
    LocalDateTime bookLastFreeTime() {
        page.locator("button.time").last().click();
        LocalDateTime when = moment(page.locator(".facts time").first());
        press("hold.book");
        isTold("notice.booked");
        return when;
    }

    /** Of a list, the last option with these words in it. */
    void chooseContaining(String key, String words, Object... values) {
        Locator field = field(key, values);
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

    /** Of a {@code time} element. */
    static LocalDateTime moment(Locator time) {
        return LocalDateTime.parse(Objects.requireNonNull(time.getAttribute("datetime")));
    }

    Locator heading(String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words))
                .first();
    }

    Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
