package io.hairline.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who is logged in and opens pages in turn.
 *
 * @param cookie what their browser sends; empty for a visitor
 * @param pages paths
 */
record PageReader(String cookie, List<String> pages) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String SESSION = "hairline_session";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PageReader visitor(List<String> pages) {
        return new PageReader("", pages);
    }

    /** Logs in as a browser does. */
    static PageReader loggedIn(URI portal, String login, String password, List<String> pages)
            throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(portal.resolve("/home"))
                            .header("Accept", "text/html")
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher csrf = CSRF.matcher(page.body());
            if (!csrf.find()) {
                throw new IllegalStateException("No log-in page at " + page.uri());
            }
            String fields =
                    "username=%s&password=%s&_csrf=%s".formatted(login, encoded(password), encoded(csrf.group(1)));
            HttpResponse<String> home = browser.send(
                    HttpRequest.newBuilder(portal.resolve("/login"))
                            .header("Accept", "text/html")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(PATIENCE)
                            .POST(HttpRequest.BodyPublishers.ofString(fields))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (home.statusCode() != 200) {
                throw new IllegalStateException(login + " can't log in: " + home.statusCode() + " " + home.uri());
            }
        }
        return new PageReader(
                cookies.getCookieStore().getCookies().stream()
                        .filter(it -> it.getName().equals(SESSION))
                        .map(HttpCookie::toString)
                        .collect(Collectors.joining("; ")),
                pages);
    }

    HttpRequest opens(URI portal, int number) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(page(number)))
                .header("Accept", "text/html")
                .timeout(PATIENCE);
        return cookie.isEmpty()
                ? request.build()
                : request.header("Cookie", cookie).build();
    }

    String page(int number) {
        return pages.get(number % pages.size());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
