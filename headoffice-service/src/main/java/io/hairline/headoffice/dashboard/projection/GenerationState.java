package io.hairline.headoffice.dashboard.projection;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Which collections answer, and how the last rebuild went.
 *
 * @param serving the number of the generation that answers
 * @param building that of the one that a rebuild fills; events go into both
 * @param last the highest number so far
 * @param read how many events the last rebuild has read
 * @param failed how many of them couldn't be handled
 * @param startedAt business time at which the last rebuild began; absent if there never was one
 * @param finishedAt business time at which it served or was given up
 * @param seenAt server time of its last step
 */
@Document(GenerationState.COLLECTION)
@TypeAlias("generation")
record GenerationState(
        @Id String id,
        long serving,
        @Nullable Long building,
        long last,
        long read,
        long failed,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant seenAt) {

    static final String COLLECTION = "dashboard_generations";
    static final String ID = "current";
    static final GenerationState FIRST = new GenerationState(ID, 0, null, 0, 0, 0, null, null, null);

    Generation answers() {
        return new Generation(serving);
    }

    /** Those that events go into. */
    Stream<Generation> written() {
        return Stream.concat(Stream.of(serving), Stream.ofNullable(building)).map(Generation::new);
    }
}
