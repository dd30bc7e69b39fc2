package io.hairline.identity.login;

import io.hairline.kit.FieldEncryption;
import io.hairline.kit.SecretComparison;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Recognises a browser that somebody has logged in from before, so that guesses made elsewhere can't lock its owner out.
 * The cookie says nothing but that; it is signed for one login, and a browser has one for each login used there.
 */
@Component
class KnownDevices {

    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String NAME = "hairline_device_";
    private static final int NAME_LENGTH = 10;

    private final FieldEncryption encryption;

    KnownDevices(FieldEncryption encryption) {
        this.encryption = encryption;
    }

    /** The device's own number, if this login was used there. */
    Optional<String> find(HttpServletRequest request, String login) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(it -> it.getName().equals(name(login)))
                        .flatMap(it -> device(it.getValue(), login).stream())
                        .findFirst();
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String login) {
        String device = find(request, login).orElseGet(() -> UUID.randomUUID().toString());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(login), device + "." + signature(device, login))
                        .path("/login")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private Optional<String> device(String cookie, String login) {
        String[] parts = cookie.split("\\.", -1);
        return parts.length == 2 && SecretComparison.isSame(parts[1], signature(parts[0], login))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    private String signature(String device, String login) {
        return encryption.token(device + " " + login, "device");
    }

    private String name(String login) {
        return NAME + encryption.token(login, "device-name").substring(0, NAME_LENGTH);
    }
}
