package io.hairline.headoffice.dashboard.projection;

import io.hairline.kit.Refusal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Which collections hold the dashboard's facts and sums: those that answer, and those that a rebuild fills. */
@Repository
public class Generations {

    /** The collection in which it stands which generation answers. */
    public static final String COLLECTION = GenerationState.COLLECTION;

    /** A rebuild that took no step for a minute of the server's time has died with its instance. */
    private static final String RUNNING =
            "{_id: 'current', building: {$ne: null}, $expr: {$gt: ['$seenAt', {$subtract: ['$$NOW', 60000]}]}}";

    private final MongoTemplate mongo;

    Generations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * How the last rebuild went.
     *
     * @param state {@code NONE} if there never was one, {@code RUNNING}, {@code DONE}, or {@code FAILED}
     * @param events how many it has read so far
     * @param failed how many of them couldn't be handled, and are in no sum
     * @param generation the number of the collections that answer
     */
    public record Rebuild(
            State state,
            long events,
            long failed,
            long generation,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {

        /** What has become of it. */
        public enum State {
            NONE,
            RUNNING,
            DONE,
            FAILED
        }
    }

    /** How the last rebuild went, or goes. */
    public Rebuild rebuild() {
        GenerationState it = state();
        Rebuild.State state = it.startedAt() == null
                ? Rebuild.State.NONE
                : it.building() != null && isRunning()
                        ? Rebuild.State.RUNNING
                        : it.building() == null && it.serving() == it.last()
                                ? Rebuild.State.DONE
                                : Rebuild.State.FAILED;
        return new Rebuild(state, it.read(), it.failed(), it.serving(), it.startedAt(), it.finishedAt());
    }

    /** The one that answers. */
    public Generation serving() {
        return state().answers();
    }

    /** Those that events go into; inside a transaction, as it was at its beginning. */
    Stream<Generation> written() {
        return state().written();
    }

    private GenerationState state() {
        return Objects.requireNonNullElse(
                mongo.findById(GenerationState.ID, GenerationState.class), GenerationState.FIRST);
    }

    private boolean isRunning() {
        return mongo.exists(new BasicQuery(RUNNING), GenerationState.class);
    }

    /** Makes an empty generation and has events go into it from now on; refused while another rebuild runs. */
    public Generation begin(Instant now) {
        if (isRunning()) {
            throw Refusal.state("rebuild-running", "The dashboard is being rebuilt. Wait until that is done.");
        }
        dropOthers();
        GenerationState state = state();
        Generation next = new Generation(state.last() + 1);
        ReadModelIndexes.ensure(mongo.getDb(), next);
        Update begun = new Update()
                .setOnInsert("serving", 0L)
                .set("building", next.number())
                .set("last", next.number())
                .set("read", 0L)
                .set("failed", 0L)
                .set("startedAt", now)
                .unset("finishedAt")
                .currentDate("seenAt");
        mongo.upsert(Query.query(Criteria.where("_id").is(GenerationState.ID)), begun, GenerationState.class);
        return next;
    }

    /** Notes how far a rebuild is; false if another one has taken its place. */
    public boolean note(Generation built, long read, long failed) {
        Update step = new Update().set("read", read).set("failed", failed).currentDate("seenAt");
        return mongo.updateFirst(building(built), step, GenerationState.class).getMatchedCount() == 1;
    }

    /** Has it answer from now on; false if another rebuild has taken its place. */
    public boolean serve(Generation built, Instant now) {
        Update served = new Update()
                .set("serving", built.number())
                .set("finishedAt", now)
                .unset("building");
        return mongo.findAndModify(building(built), served, FindAndModifyOptions.none(), GenerationState.class) != null;
    }

    /** Gives it up: events no longer go into it. */
    public void giveUp(Generation built, Instant now) {
        mongo.updateFirst(
                building(built), new Update().set("finishedAt", now).unset("building"), GenerationState.class);
    }

    /** Gives up the rebuild of an instance that has died, and drops what it and the last one have left. */
    public void clear(Instant now) {
        GenerationState state = state();
        if (state.building() != null && !isRunning()) {
            giveUp(new Generation(state.building()), now);
        }
        dropOthers();
    }

    /** Drops all that neither answers nor is being filled. */
    public void dropOthers() {
        GenerationState state = state();
        Set<String> kept = (isRunning() ? state.written() : Stream.of(state.answers()))
                .flatMap(it -> Stream.of(it.clients(), it.cells(false), it.cells(true)))
                .collect(Collectors.toSet());
        mongo.getCollectionNames().stream()
                .filter(it -> Stream.of(ClientFacts.COLLECTION, DailyTotals.COLLECTION, DailyTotals.OF_RESOURCES)
                        .anyMatch(base -> it.equals(base) || it.matches(base + "_[0-9]+")))
                .filter(it -> !kept.contains(it))
                .forEach(mongo::dropCollection);
    }

    private static Query building(Generation it) {
        return Query.query(
                Criteria.where("_id").is(GenerationState.ID).and("building").is(it.number()));
    }
}
