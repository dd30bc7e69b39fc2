package io.hairline.kit.web;

import io.hairline.kit.events.Aggregate;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers with an aggregate's view and its version as {@code ETag}. */
public final class Versioned {

    private Versioned() {}

    public static <A extends Aggregate, V> ResponseEntity<V> ok(A aggregate, Function<A, V> view) {
        return answer(HttpStatus.OK, aggregate, view);
    }

    public static <A extends Aggregate, V> ResponseEntity<V> created(A aggregate, Function<A, V> view) {
        return answer(HttpStatus.CREATED, aggregate, view);
    }

    private static <A extends Aggregate, V> ResponseEntity<V> answer(
            HttpStatus status, A aggregate, Function<A, V> view) {
        return ResponseEntity.status(status).eTag(Preconditions.etag(aggregate)).body(view.apply(aggregate));
    }
}
