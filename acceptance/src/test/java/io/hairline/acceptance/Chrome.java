package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser, the machine's own: nothing is downloaded. */
final class Chrome implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String AXE = axe();
    /** On a busy machine; how long pages take is measured by {@code ./hairline bench}. */
    private static final double LONGEST_WAIT_MS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MS);
    }

    private final Playwright playwright;
    private final Browser browser;

    private Chrome(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
    }

    /** Without a browser the tests of pages are skipped, but in CI they fail. */
    static Chrome open() {
        Optional<Path> program = find();
        if (System.getenv("CI") == null) {
            assumeTrue(program.isPresent(), "No Chromium on the PATH: install chromium to try the pages.");
        }
        return new Chrome(program.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Nobody's cookies, in English; what the page complains about, such as its own policy, fails the test. */
    Page visitor(URI portal, List<String> complaints) {
        return visitor(portal, "en-GB", complaints);
    }

    Page visitor(URI portal, String locale, List<String> complaints) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.toString())
                        .setLocale(locale)
                        .setViewportSize(1280, 900))
                .newPage();
        page.onConsoleMessage(it -> {
            if (it.type().equals("error")) {
                complaints.add(it.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A browser that is logged in as another one is, and has nothing in its cache. */
    Page withCookiesOf(Page other, URI portal) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.toString())
                        .setStorageState(other.context().storageState())
                        .setViewportSize(1280, 900))
                .newPage();
    }

    /** A form is sent once the portal has answered a small request; until then its page is still there. */
    static void awaitSending(Page page) {
        PlaywrightAssertions.assertThat(page.locator("form[aria-busy]")).hasCount(0);
    }

    /** No hindrance for people who use a keyboard, a screen reader or other colours. */
    static void assertAccessible(Page page) {
        assertThat(violations(page)).as("%s", page.url()).isEmpty();
    }

    /** Each rule that the page breaks, with the elements that do. */
    static List<?> violations(Page page) {
        awaitSending(page);
        // Through the debugger, so that the page's own policy needn't let it in.
        page.evaluate(AXE);
        Object found = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations"
                + ".map(it => it.id + ': ' + it.nodes.map(node => node.html).join(' '))");
        return (List<?>) found;
    }

    private static String axe() {
        try (InputStream in = Chrome.class.getClassLoader().getResourceAsStream("axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
