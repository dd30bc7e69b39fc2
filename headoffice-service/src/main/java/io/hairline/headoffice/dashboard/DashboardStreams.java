package io.hairline.headoffice.dashboard;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.hairline.headoffice.dashboard.projection.Generations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** This instance's listeners, woken by a change stream on the sums, whichever instance moved these. */
@Component
class DashboardStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DashboardStreams.class);
    private static final Duration AWAIT = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** How often it looks for subscribers while there are none. */
    private static final Duration UNHEARD = Duration.ofMillis(100);

    private final MongoTemplate mongo;
    private final Generations generations;
    private final DashboardReader dashboards;
    private final JsonMapper json;
    private final Map<DashboardScope, DashboardStream> feeds = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    DashboardStreams(MongoTemplate mongo, Generations generations, DashboardReader dashboards, JsonMapper json) {
        this.mongo = mongo;
        this.generations = generations;
        this.dashboards = dashboards;
        this.json = json;
    }

    StreamSubscriber subscribe(DashboardScope scope) {
        StreamSubscriber listener = new StreamSubscriber(it -> leave(scope, it));
        feeds.compute(scope, (_, known) -> {
            DashboardStream feed = known == null ? new DashboardStream(scope, dashboards, json) : known;
            feed.join(listener);
            return feed;
        });
        return listener;
    }

    private void leave(DashboardScope scope, StreamSubscriber listener) {
        feeds.computeIfPresent(scope, (_, feed) -> {
            feed.leave(listener);
            return feed.isLeft() ? null : feed;
        });
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("dashboard-feeds").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            if (feeds.isEmpty()) {
                pause(UNHEARD);
                continue;
            }
            try (var cursor = watch()) {
                feeds.values().forEach(DashboardStream::noteAnything);
                String totals = generations.serving().totals();
                while (running && !feeds.isEmpty()) {
                    Set<String> moved = moved(cursor, totals);
                    String serving = moved.contains(Generations.COLLECTION)
                            ? generations.serving().totals()
                            : totals;
                    if (!serving.equals(totals)) {
                        totals = serving;
                        feeds.values().forEach(DashboardStream::noteAnything);
                    }
                    feeds.values().forEach(it -> it.noteMoved(moved));
                    feeds.values().stream().filter(DashboardStream::isDue).forEach(DashboardStream::refresh);
                }
            } catch (MongoException | DataAccessException e) {
                log.warn("dashboard feeds start over reason={}", e.toString());
                pause(PAUSE);
            } catch (RuntimeException e) {
                log.error("dashboard feeds start over after an unexpected error", e);
                pause(PAUSE);
            }
        }
    }

    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> watch() {
        return mongo.getDb()
                .watch(List.of(
                        match(regex("ns.coll", "^(dashboard_cells(_[0-9]+)?|" + Generations.COLLECTION + ")$")),
                        project(include("documentKey", "operationType", "ns"))))
                .batchSize(1_000)
                .maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS)
                .cursor();
    }

    /**
     * The clinics whose sums have moved since the last look, and {@link Generations#COLLECTION} if others may answer now; waits a
     * moment for the first.
     */
    private static Set<String> moved(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor, String totals) {
        Set<String> clinics = new HashSet<>();
        for (@Nullable ChangeStreamDocument<Document> it = cursor.tryNext();
                it != null;
                it = cursor.available() > 0 ? cursor.tryNext() : null) {
            String collection =
                    it.getNamespace() == null ? "" : it.getNamespace().getCollectionName();
            if (collection.equals(Generations.COLLECTION)) {
                clinics.add(collection);
            } else if (it.getDocumentKey() != null && collection.equals(totals)) {
                String cell = it.getDocumentKey().getString("_id").getValue();
                clinics.add(cell.substring(0, cell.indexOf('|')));
            }
        }
        return clinics;
    }

    private void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(running ? length.toMillis() : 0);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        feeds.values().forEach(DashboardStream::end);
        Thread it = thread;
        if (it != null) {
            try {
                it.join(Duration.ofSeconds(2));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
