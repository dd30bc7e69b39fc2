package io.hairline.portal.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses what Tomcat can't parse before any filter asks for it: else the first one that reads a parameter fails, and the
 * caller gets a 500 with stack traces in the log. Forms are no bodies of the API.
 */
final class ReadableRequestValve extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(ReadableRequestValve.class);
    private static final String API = "/api/";
    private static final String PHOTOS = "/api/v1/photos";

    ReadableRequestValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isPhoto(request)) {
            getNext().invoke(request, response);
        } else if (request.getRequestURI().startsWith(API) && isForm(request)) {
            refuse(response, 415, "Send JSON, with Content-Type: application/json.");
        } else if (isReadable(request)) {
            getNext().invoke(request, response);
        } else {
            refuse(response, 400, "The parameters or the encoding of the request can't be read.");
        }
    }

    /** Handed on as it comes: nothing may ask for its parameters. */
    private static boolean isPhoto(Request request) {
        String type = request.getContentType();
        return request.getRequestURI().equals(PHOTOS)
                && request.getQueryString() == null
                && type != null
                && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    private static boolean isForm(Request request) {
        String type = request.getContentType();
        return type != null
                && (type.regionMatches(true, 0, "multipart/", 0, 10)
                        || type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33));
    }

    private static boolean isReadable(Request request) {
        try {
            if (request.getCharacterEncoding() == null) {
                request.setCharacterEncoding(StandardCharsets.UTF_8);
            }
            request.getParameterMap();
            return true;
        } catch (IllegalStateException | IllegalArgumentException e) {
            log.debug("unreadable request reason={}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static void refuse(Response response, int status, String detail) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write("""
                {"type":"/problems/bad-request","title":"%s","status":%d,"detail":"%s"}""".formatted("The request can't be read", status, detail)
                .getBytes(StandardCharsets.UTF_8));
    }
}
