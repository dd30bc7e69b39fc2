package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.hairline.acceptance.world.RunningDemo;
import io.hairline.contracts.demo.DemoIds;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that a role reaches by links, one of each kind: without hindrances, on wide and narrow screens, in people's words. */
@ResourceLock(value = "demo", mode = ResourceAccessMode.READ)
class PagesWalkIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final int WIDE = 1280;
    private static final List<Integer> TELEPHONES = List.of(390, 320);
    private static final int HEIGHT = 900;
    /** So that a page on a telephone begins with what it is about: the brand and the menu, the search, the person. */
    private static final int MOST_HEAD = 200;

    private static final int MOST_PAGES = 60;
    /** A day of the diary with free places, whatever the day and the hour of the walk. */
    private static final LocalDate NEXT_MONDAY =
            LocalDate.now(ZoneOffset.UTC).plusDays(1).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** What is no page, leaves the portal, or is written for developers. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "/(api|oauth2|webjars|login|problems|developers|session)\\b.*|.*(\\.(ics|pdf|csv|json)|/export|/form|/photos/pho_\\w+)(\\?.*)?");
    /** Instants in UTC, placeholders, ids and calls, which belong to developers. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "\\?\\?[a-z]|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}|\\b(GET|POST|PUT|DELETE) /|/api/v1|\\bnull\\b|\\bundefined\\b|"
                    + "\\b(cln|cli|apt|prc|chr|reg|own|crs|lot|per|msg)_[0-9a-z]{20}");

    /** Kinds of pages that somebody has looked at closely before; each round adds to it. */
    private static final Set<String> LOOKED_AT = new HashSet<>();

    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+[0-9 ]{7,}");

    private static @Nullable Chrome chrome;

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

    /** A page of a kind that somebody before has reached too is opened, and looked at closely in the long round. */
    @ParameterizedTest
    @ValueSource(strings = {"", "client-10", "manager-ber", "practitioner-1", "head-office"})
    void hinderNobodyFitOnATelephoneAndSpeakToPeople(String login) {
        walk(login, "en", LOOKED_AT);
    }

    /** The front desk reaches a part of the manager's pages, and a region a part of head office's. */
    @ParameterizedTest
    @ValueSource(strings = {"desk-ber", "region-eu", "practitioner-1", "manager-ber", "head-office"})
    @Tag("long")
    void hinderNobodyWithFewerPagesEither(String login) {
        walk(login, "en", new HashSet<>());
    }

    /**
     * What people type themselves, such as names, is the same in every language; so are words that two languages share. The
     * pages of a client are in the language that the client prefers, whatever the browser says.
     */
    @ParameterizedTest
    @CsvSource({
        "'', de",
        "'', es",
        "'', fr",
        "client-10, de",
        "manager-ber, de",
        "manager-ber, es",
        "manager-ber, fr",
        "practitioner-1, de",
        "practitioner-1, es",
        "practitioner-1, fr",
        "head-office, de",
        "head-office, es",
        "head-office, fr"
    })
    @Tag("long")
    void fitOnATelephoneAndSayNothingInEnglish(String login, String language) {
        walk(login, language, new HashSet<>());
    }

    @Test
    void theBuildingBlocksHinderNobodyEither() {
        List<String> complaints = new ArrayList<>();
        Page page = Objects.requireNonNull(chrome).visitor(DEMO.portal(), complaints);
        page.navigate("/developers/components");

        Chrome.assertAccessible(page);
        page.setViewportSize(TELEPHONES.getLast(), HEIGHT);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(TELEPHONES.getLast());
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    /** A page with a client's chart or a clinic's stock isn't shown as if it were another clinic's. */
    @ParameterizedTest
    @CsvSource({"desk-ber, day", "practitioner-1, lots", "manager-ber, team", "region-eu, tasks"})
    void ofAClinicAreForThoseWhoHaveToDoWithIt(String login, String tab) {
        Page page = Objects.requireNonNull(chrome).visitor(DEMO.portal(), new ArrayList<>());
        Visitor.loggedIn(page, login, DEMO.password());

        assertThat(statusOf(page, "/clinic/" + DemoIds.clinic("BER") + "/" + tab))
                .isEqualTo(200);
        assertThat(statusOf(page, "/clinic/" + DemoIds.clinic("LON") + "/" + tab))
                .isEqualTo(404);
        page.context().close();
    }

    private static int statusOf(Page page, String address) {
        return Objects.requireNonNull(page.navigate(address)).status();
    }

    private static void walk(String login, String language, Set<String> lookedAt) {
        List<String> complaints = new ArrayList<>();
        Chrome browser = Objects.requireNonNull(chrome);
        Page page = browser.visitor(DEMO.portal(), complaints);
        page.context()
                .addCookies(List.of(new Cookie("hairline_language", language)
                        .setUrl(DEMO.portal().toString())));
        if (!login.isEmpty()) {
            Visitor.loggedIn(page, login, DEMO.password());
        }
        Walk walk = new Walk(page, language, login, lookedAt);
        walk.all(login.isEmpty() ? "/" : "/home");

        assertThat(Stream.concat(walk.found.stream(), complaints.stream())).isEmpty();
        assertThat(walk.kinds).hasSizeGreaterThan(3);
        page.context().close();
    }

    /** One reader's way along the links. */
    private static final class Walk {

        private final Page page;
        private final String language;
        /** Whose pages are in the language that the client prefers. */
        private final boolean client;

        private final boolean staff;
        private final Set<String> lookedAt;
        private final Set<String> english;
        private final Deque<String> open = new ArrayDeque<>();
        private final Set<String> kinds = new HashSet<>();
        private final List<String> found = new ArrayList<>();

        Walk(Page page, String language, String login, Set<String> lookedAt) {
            this.page = page;
            this.language = language;
            this.client = login.startsWith("client");
            this.staff = !client && !login.isEmpty();
            this.lookedAt = lookedAt;
            this.english = language.equals("en") ? Set.of() : Words.onlyEnglish(language);
        }

        void all(String start) {
            begin(start);
            if (page.url().endsWith("/day")) {
                begin(URI.create(page.url()).getPath() + "?date=" + NEXT_MONDAY);
            }
            while (!open.isEmpty() && kinds.size() < MOST_PAGES) {
                look(open.removeFirst());
            }
        }

        private void begin(String address) {
            kinds.add(kind(address));
            open.add(address);
        }

        private void look(String address) {
            page.setViewportSize(WIDE, HEIGHT);
            Response response = page.navigate(address);
            if (response == null || response.status() >= 400) {
                found.add(address + ": " + (response == null ? "no answer" : response.status()));
                return;
            }
            if (lookedAt.add(kind(address))) {
                Chrome.violations(page).forEach(it -> found.add(address + ": " + it));
            }
            NOT_FOR_PEOPLE
                    .matcher(page.locator("body").innerText())
                    .results()
                    .limit(1)
                    .forEach(it -> found.add(address + ": says " + it.group()));
            boolean own =
                    String.valueOf(page.locator("html").getAttribute("lang")).startsWith(language);
            if (!own && !client) {
                found.add(address + ": isn't in " + language);
            }
            texts().stream()
                    .filter(english::contains)
                    .distinct()
                    .forEach(it -> found.add(address + ": says in English " + it));
            telephonesWithoutALink().forEach(it -> found.add(address + ": can't be called by a touch: " + it));
            if (!address.equals("/") && page.locator("a[href^='/developers']").count() > 0) {
                found.add(address + ": leads people to the developers' pages");
            }
            unreadableValues().forEach(it -> found.add(address + ": the browser can't read the value of " + it));
            for (int width : TELEPHONES) {
                page.setViewportSize(width, HEIGHT);
                int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                if (needed > width) {
                    found.add(address + ": needs " + needed + " of " + width + " pixels");
                }
                // The pages of the log-in have none.
                int head =
                        ((Number) page.evaluate("document.querySelector('header.top')?.offsetHeight ?? 0")).intValue();
                if (head > MOST_HEAD) {
                    found.add(address + ": begins with a head of " + head + " pixels at " + width);
                }
            }
            links().forEach(it -> {
                if (kinds.add(kind(it))) {
                    open.add(it);
                }
            });
        }

        /** A clinic's telephone number on the pages of those who come as clients. */
        private List<String> telephonesWithoutALink() {
            return staff
                    ? List.of()
                    : texts().stream()
                            .filter(it -> TELEPHONE_NUMBER.matcher(it).matches())
                            .filter(it -> page.locator("a[href^='tel:']")
                                            .filter(new Locator.FilterOptions().setHasText(it))
                                            .count()
                                    == 0)
                            .toList();
        }

        /** Fields such as dates that the browser shows empty because their value is in no form that it knows. */
        private List<String> unreadableValues() {
            Object fields = page.evaluate(
                    "[...document.querySelectorAll('input[value]')].filter(it => it.getAttribute('value') && !it.value).map(it => it.name)");
            return ((List<?>) fields).stream().map(String::valueOf).toList();
        }

        /** What stands in elements that hold nothing but text. */
        private List<String> texts() {
            Object texts = page.evaluate(
                    "[...document.querySelectorAll('body *:not(:lang(en))')].filter(it => !it.children.length).map(it => it.textContent.trim())");
            return ((List<?>) texts).stream().map(String::valueOf).toList();
        }

        private List<String> links() {
            // A link within a picture has no address as text.
            Object links = page.evaluate(
                    "[...document.querySelectorAll('a[href]')].map(it => new URL(it.getAttribute('href'), document.baseURI).href)");
            return ((List<?>) links)
                    .stream()
                            .map(it -> URI.create(String.valueOf(it)))
                            .filter(it -> DEMO.portal().getAuthority().equals(it.getAuthority()))
                            .map(it -> it.getRawQuery() == null
                                    ? it.getRawPath()
                                    : it.getRawPath() + "?" + it.getRawQuery())
                            .filter(it -> !ELSEWHERE.matcher(it).matches())
                            .toList();
        }

        /** Pages that differ in ids, days and values alone are of one kind. */
        private static String kind(String address) {
            URI it = URI.create(address);
            String path = DAY.matcher(ID.matcher(it.getPath()).replaceAll("*")).replaceAll("*");
            String query = it.getRawQuery() == null
                    ? ""
                    : Stream.of(it.getRawQuery().split("&", -1))
                            .map(one -> one.replaceFirst("=.*", ""))
                            .sorted()
                            .distinct()
                            .collect(Collectors.joining("&", "?", ""));
            return path.replaceFirst("/dashboard/events/.*", "/dashboard/events/*") + query;
        }
    }
}
