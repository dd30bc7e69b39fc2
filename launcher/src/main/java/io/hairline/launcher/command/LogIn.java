package io.hairline.launcher.command;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.Secrets;
import io.hairline.launcher.machine.Waiting;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Authorization code with PKCE, walked through the log-in page as a browser would, so that whatever works here works
 * for people.
 */
public record LogIn(URI issuer) {

    private static final String CLIENT = "hairline-cli";
    private static final String CALLBACK = "http://127.0.0.1:8080/cli/callback";
    private static final Pattern CSRF = Pattern.compile("<input[^>]*name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_BACKWARDS = Pattern.compile("<input[^>]*value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final int MOST_HOPS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A service that starts or is overloaded is asked again for a while. */
    public String token(String login, String password) {
        AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());
        Waiting.until(PATIENCE, () -> {
            token.set(tokenUnlessAway(login, password));
            return token.get().isPresent();
        });
        return token.get()
                .orElseThrow(() -> new LauncherException(
                        "Nobody can log in at %s right now: ./hairline status".formatted(issuer)));
    }

    private Optional<String> tokenUnlessAway(String login, String password) {
        String verifier = Secrets.random(48);
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(3))
                .build()) {
            HttpResponse<String> page = follow(browser, get(authorize(verifier)));
            if (isAway(page)) {
                return Optional.empty();
            }
            Map<String, String> answers = new TreeMap<>(Map.of("username", login, "password", password));
            answers.put("_csrf", csrf(page.body()));
            HttpResponse<String> answer = follow(browser, post(page.uri().resolve("/login"), answers));
            if (isAway(answer)) {
                return Optional.empty();
            }
            HttpResponse<String> exchanged = exchange(browser, code(answer, login), verifier);
            return isAway(exchanged) ? Optional.empty() : Optional.of(token(exchanged));
        } catch (IOException e) {
            throw new LauncherException("%s doesn't answer. Is Hairline up? ./hairline status".formatted(issuer), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.");
        }
    }

    private static boolean isAway(HttpResponse<String> response) {
        return response.statusCode() / 100 == 5;
    }

    private URI authorize(String verifier) {
        Map<String, String> query = new TreeMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                CALLBACK,
                "scope",
                "openid",
                "state",
                Secrets.random(12),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        return URI.create(issuer + "/oauth2/authorize?" + form(query));
    }

    /** Follows redirects until a page comes or the way leads back to us. */
    private static HttpResponse<String> follow(HttpClient browser, HttpRequest first)
            throws IOException, InterruptedException {
        HttpResponse<String> response = browser.send(first, HttpResponse.BodyHandlers.ofString());
        for (int hop = 0; hop < MOST_HOPS && response.statusCode() / 100 == 3; hop++) {
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(CALLBACK)) {
                return response;
            }
            response = browser.send(get(next), HttpResponse.BodyHandlers.ofString());
        }
        return response;
    }

    private static String csrf(String page) {
        for (Pattern pattern : new Pattern[] {CSRF, CSRF_BACKWARDS}) {
            Matcher matcher = pattern.matcher(page);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new LauncherException("The log-in page isn't the expected one. Is identity ready? ./hairline status");
    }

    private static String code(HttpResponse<String> response, String login) {
        Matcher matcher = CODE.matcher(response.headers().firstValue("Location").orElse(""));
        if (!matcher.find()) {
            throw new LauncherException(
                    "%s can't log in. Who can: ./hairline token --list (those of a demo, with its password)"
                            .formatted(login));
        }
        return matcher.group(1);
    }

    private HttpResponse<String> exchange(HttpClient browser, String code, String verifier)
            throws IOException, InterruptedException {
        return browser.send(
                post(
                        URI.create(issuer + "/oauth2/token"),
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "code", code,
                                "redirect_uri", CALLBACK,
                                "code_verifier", verifier)),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> exchanged) {
        if (exchanged.statusCode() != 200) {
            throw new LauncherException(
                    "The token endpoint answered " + exchanged.statusCode() + ": " + exchanged.body());
        }
        return JsonMapper.shared()
                .readTree(exchanged.body())
                .path("access_token")
                .asString();
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(15))
                .build();
    }

    private static HttpRequest post(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json")
                .timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
