package io.hairline.portal.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.ServerResponse;

/** What the portal itself answers instead of a service. */
final class GatewayProblems {

    private static final String RETRY_SECONDS = "2";

    private GatewayProblems() {}

    static ServerResponse serviceUnavailable(String service) {
        String detail = StringUtils.capitalize(service.replace('-', ' '))
                + " isn't answering right now. Nothing is known to have changed; try again in a moment.";
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "The service can't be reached right now",
                detail,
                RETRY_SECONDS);
    }

    static ServerResponse tooLarge(DataSize limit) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The request is too large",
                "This is more than the " + limit.toKilobytes() + " KB that one call may carry. Send less at a time.",
                null);
    }

    static ServerResponse notFound() {
        return problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is nothing here for you to see",
                "There is nothing at this address.",
                null);
    }

    private static ServerResponse problem(
            HttpStatus status, String slug, String title, String detail, @Nullable String retryAfter) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title);
        ServerResponse.BodyBuilder answer =
                ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.body(problem);
    }
}
