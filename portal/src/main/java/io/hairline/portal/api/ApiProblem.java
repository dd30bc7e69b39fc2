package io.hairline.portal.api;

import static io.hairline.portal.language.Texts.text;
import static io.hairline.portal.language.Texts.textOr;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A service said no, or nothing. {@code getMessage} is a sentence for people, in the reader's language. */
public final class ApiProblem extends RuntimeException {

    /** Somebody changed it since the version that the form was filled in for. */
    public static final String CHANGED_SINCE = "stale-version";

    /** {@code openingHours[3].until}. */
    private static final Pattern ROW = Pattern.compile("^\\w+\\[(\\d{1,4})]");

    private static final String SENT_BEFORE = "idempotency-mismatch";

    /** Of a field that these pages refuse themselves. */
    private static final String WORDS = "words";

    private final int status;
    private final String slug;
    private final transient JsonNode problem;
    private final transient List<String> rows;

    private ApiProblem(int status, String slug, String words, JsonNode problem) {
        this(status, slug, words, problem, List.of());
    }

    private ApiProblem(int status, String slug, String words, JsonNode problem, List<String> rows) {
        super(words, null, false, false);
        this.status = status;
        this.slug = slug;
        this.problem = problem;
        this.rows = rows;
    }

    public static ApiProblem away(String service) {
        String name = textOr("service-name." + service, service);
        return new ApiProblem(503, "service-unavailable", text("problem.away", name), MissingNode.getInstance());
    }

    public static ApiProblem unknown() {
        return new ApiProblem(404, "not-found", text("problem.not-found"), MissingNode.getInstance());
    }

    /** A refusal that was said in other words than a problem's. */
    public static ApiProblem refused(int status, String slug, String words) {
        return new ApiProblem(status, slug, words, MissingNode.getInstance());
    }

    /**
     * Input that is sent to no service, for a field of it can't be read.
     *
     * @param key of the sentence that says how to write it
     */
    public static ApiProblem input(String field, String key) {
        JsonNode problem =
                JsonMapper.shared().valueToTree(Map.of("errors", List.of(Map.of("field", field, WORDS, text(key)))));
        return new ApiProblem(400, "invalid-input", text("problem.invalid-input"), problem);
    }

    /** A refused form, for the page that shows the building blocks. */
    public static ApiProblem sample() {
        String body =
                "{\"type\":\"/problems/invalid-input\",\"errors\":[{\"field\":\"phone\",\"%s\":\"+49 30 901820\"}]}"
                        .formatted(WORDS);
        return of(400, "Booking", body.getBytes(StandardCharsets.UTF_8));
    }

    static ApiProblem of(int status, String service, byte[] body) {
        if (status >= 500) {
            return away(service);
        }
        JsonNode problem = read(body);
        String slug = problem.path("type").asString("").replaceFirst("^.*/", "");
        if (isOfKey(slug, problem)) {
            return refused(status, slug, text("problem." + (slug.equals(SENT_BEFORE) ? SENT_BEFORE : "form-key")));
        }
        return new ApiProblem(
                status,
                slug,
                words(
                        status,
                        slug,
                        service,
                        FieldWords.withoutOperations(problem.path("detail").asString(""))),
                problem);
    }

    /** A form's key is refused. No page shows it, so people read of the form instead. */
    private static boolean isOfKey(String slug, JsonNode problem) {
        return slug.equals(SENT_BEFORE)
                || problem.path("errors")
                        .valueStream()
                        .anyMatch(it -> it.path("field").asString("").equals(Api.KEY));
    }

    /**
     * Services explain themselves in English; other readers get the page's own sentence for this kind of refusal. That a version is
     * old is explained to programs, and told to people in the page's words in English too.
     */
    private static String words(int status, String slug, String service, String detail) {
        boolean detailed = FieldWords.isEnglish() && !slug.equals(CHANGED_SINCE) && !detail.isBlank();
        if (status == 401) {
            return ofStatus(status, service);
        }
        return detailed ? detail : textOr("problem." + slug, ofStatus(status, service));
    }

    /** The same where the rows of the form have names, such as weekdays; what is wrong is then said of the row. */
    public ApiProblem ofRows(List<String> names) {
        return new ApiProblem(status, slug, Objects.requireNonNull(getMessage()), problem, names);
    }

    public int status() {
        return status;
    }

    public boolean is(String expected) {
        return slug.equals(expected);
    }

    /**
     * Whether what was typed can be put right and sent again; not if it was meant for what has changed since, or was sent
     * before: sent again from a fresh page, it would undo another's change, or happen twice.
     */
    public boolean canBeCorrected() {
        return !is(CHANGED_SINCE) && !is(SENT_BEFORE);
    }

    /** A field of the problem beyond the standard ones, such as the free slots nearby; missing if it isn't there. */
    public JsonNode field(String name) {
        return problem.path(name);
    }

    /** What is wrong with the input, one line for each field. */
    public List<String> errors() {
        return problem.path("errors")
                .valueStream()
                .map(it -> {
                    String field = it.path("field").asString("");
                    String label = row(field) + FieldWords.label(field);
                    return ((label.isEmpty() ? "" : label + text("colon") + " ") + said(it)).strip();
                })
                .toList();
    }

    private String row(String field) {
        Matcher found = ROW.matcher(field);
        int row = found.find() ? Integer.parseInt(found.group(1)) : rows.size();
        return row < rows.size() ? rows.get(row) + ", " : "";
    }

    /** What is wrong with one field of the input; nothing if it is right. */
    public @Nullable String error(String field) {
        return problem.path("errors")
                .valueStream()
                .filter(it -> it.path("field").asString("").equals(field))
                .map(it -> text("field.wrong", said(it)))
                .findFirst()
                .orElse(null);
    }

    private static String said(JsonNode error) {
        return error.path(WORDS).asString(FieldError.of(error).words());
    }

    private static String ofStatus(int status, String service) {
        return switch (status) {
            case 401 -> text("problem.unauthenticated");
            case 403 -> text("problem.forbidden");
            case 404 -> text("problem.not-found");
            default -> text("problem.refused", textOr("service-name." + service, service));
        };
    }

    /** What was kept in a session for the next page comes back without the problem's own fields. */
    @Serial
    private Object readResolve() {
        return refused(status, slug, Objects.requireNonNull(getMessage()));
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
