package io.hairline.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A service said no, or nothing. {@code getMessage} is a sentence for people. */
public final class ApiProblem extends RuntimeException {

    private final int status;
    private final String slug;
    private final transient JsonNode problem;

    private ApiProblem(int status, String slug, String words, JsonNode problem) {
        super(words, null, false, false);
        this.status = status;
        this.slug = slug;
        this.problem = problem;
    }

    public static ApiProblem away(String service) {
        String words = service + " isn't answering right now. Try again in a moment.";
        return new ApiProblem(503, "service-unavailable", words, MissingNode.getInstance());
    }

    public static ApiProblem unknown() {
        return new ApiProblem(404, "not-found", ofStatus(404, ""), MissingNode.getInstance());
    }

    static ApiProblem of(int status, String service, byte[] body) {
        JsonNode problem = read(body);
        String slug = problem.path("type").asString("").replaceFirst("^.*/", "");
        String detail = problem.path("detail").asString("");
        if (detail.isBlank() || status >= 500) {
            return status >= 500 ? away(service) : new ApiProblem(status, slug, ofStatus(status, service), problem);
        }
        return new ApiProblem(status, slug, detail, problem);
    }

    public int status() {
        return status;
    }

    public boolean is(String expected) {
        return slug.equals(expected);
    }

    /** A field of the problem beyond the standard ones, such as the free slots nearby; missing if it isn't there. */
    public JsonNode field(String name) {
        return problem.path(name);
    }

    /** What is wrong with the input, one line for each field. */
    public List<String> errors() {
        return problem.path("errors")
                .valueStream()
                .map(it -> (words(it.path("field").asString("")) + " "
                                + it.path("message").asString(""))
                        .strip())
                .toList();
    }

    /** What is wrong with one field of the input, as a sentence; nothing if it is right. */
    public @Nullable String error(String field) {
        return problem.path("errors")
                .valueStream()
                .filter(it -> it.path("field").asString("").equals(field))
                .map(it -> "It " + it.path("message").asString("is not right") + ".")
                .findFirst()
                .orElse(null);
    }

    /** {@code sessions[0].startsAt} becomes "Starts at". */
    private static String words(String field) {
        String last = field.replaceFirst("^.*[.\\]]", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(java.util.Locale.ROOT);
        return last.isEmpty() ? "" : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }

    private static String ofStatus(int status, String service) {
        return switch (status) {
            case 401 -> "Your log-in has ended. Log in again.";
            case 403 -> "Your role does not allow this.";
            case 404 -> "There is nothing here, or it isn't for you to see.";
            default -> service + " did not accept this.";
        };
    }

    private static JsonNode read(byte[] body) {
        @Nullable JsonNode read;
        try {
            read = JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            read = null;
        }
        return read == null ? MissingNode.getInstance() : read;
    }
}
