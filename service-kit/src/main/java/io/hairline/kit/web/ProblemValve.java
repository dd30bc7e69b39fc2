package io.hairline.kit.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problem details also for what Tomcat refuses before any application sees it, such as an address it can't read. */
public final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Writer out = response.getReporter();
            if (out != null) {
                out.write(problem(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("an error could not be reported status={}", status, e);
        }
    }

    private static String problem(int status) {
        String slug = switch (status) {
            case 404 -> "not-found";
            case 503 -> "service-unavailable";
            default -> status < 500 ? "bad-request" : "unexpected";
        };
        String detail = status < 500 ? "The request can't be read." : "That went wrong on our side.";
        return """
                {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}""".formatted(slug, Problems.title(slug), status, detail);
    }
}
