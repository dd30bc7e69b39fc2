package io.hairline.portal.sessionstore;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Sessions in MongoDB. Only what a request has changed is written, field by field, so that requests of one page that run side by
 * side don't undo each other's changes, such as a renewed token.
 */
final class MongoSessions implements SessionRepository<StoredSession> {

    static final String COLLECTION = "sessions";

    private static final Logger log = LoggerFactory.getLogger(MongoSessions.class);
    private static final String ID = "_id";
    private static final String MADE_AT = "madeAt";
    private static final String USED_AT = "usedAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String ATTRIBUTES = "attributes";
    /** That a session was used is written no more often. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final MongoCollection<Document> sessions;
    private final Duration timeout;
    private final AtomicBoolean indexed = new AtomicBoolean();

    MongoSessions(MongoCollection<Document> sessions, Duration timeout) {
        this.sessions = sessions;
        this.timeout = timeout;
    }

    @Override
    public StoredSession createSession() {
        return StoredSession.begin(timeout);
    }

    @Override
    public void save(StoredSession session) {
        String before = session.readUnder();
        if (session.isUnderTheSameId()) {
            update(session);
            return;
        }
        if (indexed.compareAndSet(false, true)) {
            sessions.createIndex(Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        }
        Document whole = whole(session);
        sessions.replaceOne(eq(ID, whole.getString(ID)), whole, new ReplaceOptions().upsert(true));
        if (before != null) {
            deleteById(before);
        }
    }

    private static Document whole(StoredSession session) {
        SessionSeal seal = new SessionSeal(session.getId());
        Document attributes = new Document();
        session.getAttributeNames().forEach(name -> {
            Object value = session.getAttribute(name);
            if (value != null) {
                attributes.append(field(name), sealed(seal, name, value));
            }
        });
        return new Document(ID, seal.storedId())
                .append(MADE_AT, Date.from(session.getCreationTime()))
                .append(USED_AT, Date.from(session.getLastAccessedTime()))
                .append(EXPIRES_AT, Date.from(end(session)))
                .append(ATTRIBUTES, attributes);
    }

    /** One that was ended meanwhile stays ended. */
    private void update(StoredSession session) {
        SessionSeal seal = new SessionSeal(session.getId());
        List<Bson> updates = new ArrayList<>();
        for (String name : session.changed()) {
            Object value = session.getAttribute(name);
            String path = ATTRIBUTES + "." + field(name);
            updates.add(value == null ? Updates.unset(path) : Updates.set(path, sealed(seal, name, value)));
        }
        if (!updates.isEmpty() || session.usedFor().compareTo(NOTED_EVERY) > 0) {
            updates.add(Updates.max(USED_AT, Date.from(session.getLastAccessedTime())));
            updates.add(Updates.max(EXPIRES_AT, Date.from(end(session))));
            sessions.updateOne(eq(ID, seal.storedId()), Updates.combine(updates));
        }
    }

    private static Instant end(StoredSession session) {
        return session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        SessionSeal seal = new SessionSeal(id);
        Document found = sessions.find(eq(ID, seal.storedId())).first();
        if (found == null) {
            return null;
        }
        try {
            MapSession values = values(id, seal, found);
            if (!values.isExpired()) {
                return StoredSession.read(values);
            }
        } catch (IllegalStateException e) {
            log.info("a session of another version is ended reason={}", e.getMessage());
        }
        deleteById(id);
        return null;
    }

    private MapSession values(String id, SessionSeal seal, Document found) {
        MapSession values = new MapSession(id);
        values.setCreationTime(found.getDate(MADE_AT).toInstant());
        values.setLastAccessedTime(found.getDate(USED_AT).toInstant());
        values.setMaxInactiveInterval(timeout);
        found.get(ATTRIBUTES, Document.class).forEach((field, value) -> {
            String name = new String(Base64.getUrlDecoder().decode(field), UTF_8);
            values.setAttribute(name, AttributeCodec.read(seal.open(((Binary) value).getData(), name)));
        });
        return values;
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteOne(eq(ID, new SessionSeal(id).storedId()));
    }

    private static Binary sealed(SessionSeal seal, String name, Object value) {
        return new Binary(seal.seal(AttributeCodec.write(value), name));
    }

    /** A field's name has no dots. */
    private static String field(String attribute) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(attribute.getBytes(UTF_8));
    }
}
