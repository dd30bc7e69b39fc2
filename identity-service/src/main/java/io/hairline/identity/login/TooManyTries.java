package io.hairline.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Says how long to wait: in {@code Retry-After} for programs, and in the page {@code error/429} for people. */
public final class TooManyTries {

    private static final int SECONDS_A_MINUTE = 60;

    private TooManyTries() {}

    /** Answers 429; the page reads the whole minutes to wait from the request. */
    public static void answer(Duration wait, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        request.setAttribute("waitMinutes", Math.ceilDiv(wait.toSeconds(), SECONDS_A_MINUTE));
    }
}
