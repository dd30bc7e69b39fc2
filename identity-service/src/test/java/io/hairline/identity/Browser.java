package io.hairline.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody at a browser: keeps cookies, follows no redirect by itself, and may go on at another instance. */
final class Browser {

    static final String CALLBACK = "http://127.0.0.1:8080/cli/callback";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final CookieManager cookies = new CookieManager();
    final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String address;

    Browser() {
        this("198.51.100.7");
    }

    Browser(String address) {
        this.address = address;
    }

    /** Goes on from another address, with the same cookies. */
    void moveTo(String newAddress) {
        address = newAddress;
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "text/html,*/*;q=0.8")
                .GET());
    }

    HttpResponse<String> get(URI uri, String languages) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .header("Accept-Language", languages)
                .GET());
    }

    HttpResponse<String> post(URI uri, Map<String, String> form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query(form))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("X-Forwarded-For", address).build(), HttpResponse.BodyHandlers.ofString());
    }

    static Map<String, String> authorization(String verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", "hairline-cli");
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("scope", "openid");
        parameters.put("state", "s-1");
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    HttpResponse<String> authorize(Instance at) throws IOException, InterruptedException {
        return get(at.at("/oauth2/authorize?" + query(authorization(verifier))));
    }

    HttpResponse<String> logIn(Instance at, String login, String password) throws IOException, InterruptedException {
        String page = get(at.at("/login")).body();
        Matcher csrf = CSRF.matcher(page);
        if (!csrf.find()) {
            throw new AssertionError("No log-in form: " + page);
        }
        return post(at.at("/login"), Map.of("username", login, "password", password, "_csrf", csrf.group(1)));
    }

    /** The whole way from the program to its code, as a person goes it. */
    String code(Instance at, String login, String password) throws IOException, InterruptedException {
        authorize(at);
        URI onward = location(logIn(at, login, password));
        return codeIn(get(at.at(onward.getRawPath() + "?" + onward.getRawQuery())));
    }

    HttpResponse<String> exchange(Instance at, String code) throws IOException, InterruptedException {
        return post(
                at.at("/oauth2/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "hairline-cli",
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "code_verifier", verifier));
    }

    HttpResponse<String> refresh(Instance at, String token) throws IOException, InterruptedException {
        return post(
                at.at("/oauth2/token"),
                Map.of("grant_type", "refresh_token", "client_id", "hairline-cli", "refresh_token", token));
    }

    static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body())));
    }

    static String codeIn(HttpResponse<String> response) {
        String code = UriComponentsBuilder.fromUri(location(response))
                .build()
                .getQueryParams()
                .getFirst("code");
        if (code == null) {
            throw new AssertionError("No code in " + location(response));
        }
        return code;
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
