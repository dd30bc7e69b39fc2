package io.hairline.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request that is refused, with the reason in words for the caller. Nothing was stored. */
public final class Refusal extends RuntimeException {

    /** What kind of no it is, and so its HTTP status. */
    public enum Kind {
        INPUT(400),
        PAYMENT(402),
        FORBIDDEN(403),
        NOT_FOUND(404),
        STATE(409),
        STALE(412),
        RULE(422),
        TOO_MANY(429),
        AWAY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** A field that isn't as it must be, and what to do. */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final String slug;
    private final transient Map<String, Object> more;
    private final transient List<FieldError> errors;

    public Refusal(Kind kind, String slug, String detail) {
        this(kind, slug, detail, Map.of(), List.of());
    }

    private Refusal(Kind kind, String slug, String detail, Map<String, Object> more, List<FieldError> errors) {
        super(detail, null, false, false);
        this.kind = kind;
        this.slug = slug;
        this.more = Map.copyOf(more);
        this.errors = List.copyOf(errors);
    }

    /** The same for what doesn't exist and for what the caller may not know of. */
    public static Refusal notFound() {
        return new Refusal(
                Kind.NOT_FOUND, "not-found", "There is nothing here under this id, or it isn't yours to see.");
    }

    public static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "forbidden", "Your role doesn't allow this.");
    }

    public static Refusal input(String field, String message) {
        return new Refusal(
                Kind.INPUT,
                "invalid-input",
                "Something in the request isn't as it must be.",
                Map.of(),
                List.of(new FieldError(field, message)));
    }

    public static Refusal rule(String slug, String detail) {
        return new Refusal(Kind.RULE, slug, detail);
    }

    public static Refusal state(String slug, String detail) {
        return new Refusal(Kind.STATE, slug, detail);
    }

    /** The same refusal with more for the client to go on, such as alternatives. */
    public Refusal with(String name, Object value) {
        Map<String, Object> all = new HashMap<>(more);
        all.put(name, value);
        return new Refusal(kind, slug, detail(), all, errors);
    }

    /** The same refusal with one more field that isn't as it must be. */
    public Refusal withError(String field, String message) {
        List<FieldError> all = new ArrayList<>(errors);
        all.add(new FieldError(field, message));
        return new Refusal(kind, slug, detail(), more, all);
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> more() {
        return more;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
