package io.hairline.kit;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something happens, bound to the running thread.
 *
 * @param actor subject of the token, or the service itself
 * @param correlationId the same through everything that one request set off
 * @param causationId the event that is being answered
 * @param repeatable present if the request may come again and must then get the same answer
 * @param asOf what follows happened then: set only while a demo's history is written
 * @param traceParent W3C trace context of the caller, passed on as it came
 */
public record RequestContext(
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable Repeatable repeatable,
        @Nullable Instant asOf,
        @Nullable String traceParent) {

    private static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    /**
     * The client's key for a request.
     *
     * @param key subject, route and the client's own key, hashed
     * @param bodyHash SHA-256 of the body, so that the same key with another body is found out
     */
    public record Repeatable(String key, String bodyHash) {}

    public RequestContext(
            String actor, String correlationId, @Nullable String causationId, @Nullable Repeatable repeatable) {
        this(actor, correlationId, causationId, repeatable, null, null);
    }

    public static RequestContext current() {
        return CURRENT.isBound() ? CURRENT.get() : new RequestContext("system", Ids.next("cor"), null, null);
    }

    /** For work inside a use case: the request's key stands for the whole of it. */
    public RequestContext withoutKey() {
        return repeatable == null
                ? this
                : new RequestContext(actor, correlationId, causationId, null, asOf, traceParent);
    }

    public <T> T run(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** For work that throws, such as the rest of a filter chain. */
    public <X extends Exception> void runChecked(Work<X> work) throws X {
        ScopedValue.where(CURRENT, this).<@Nullable Void, X>call(() -> {
            work.run();
            return null;
        });
    }

    /** Work that throws. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        void run() throws X;
    }
}
