package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) with a type that is a page of the portal. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail of(int status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(slug);
        return problem;
    }

    static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem = of(refusal.kind().status(), refusal.slug(), refusal.detail());
        refusal.more().forEach(problem::setProperty);
        if (!refusal.errors().isEmpty()) {
            problem.setProperty("errors", refusal.errors());
        }
        return problem;
    }
}
