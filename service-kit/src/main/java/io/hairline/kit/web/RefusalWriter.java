package io.hairline.kit.web;

import io.hairline.kit.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller has been reached yet: in filters and at the gate. */
public final class RefusalWriter {

    private final JsonMapper json;

    public RefusalWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, refusal.kind().status(), Problems.of(refusal));
    }

    /** 401: the caller must log in first. */
    public void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, 401, Problems.of(401, "unauthenticated", "Log in first: this needs a valid bearer token."));
    }

    private void write(HttpServletResponse response, int status, Object problem) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
