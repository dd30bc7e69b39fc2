package io.hairline.portal.sessionstore;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows which of its attributes have changed since it was read. */
final class StoredSession implements Session {

    private final MapSession values;
    private final Set<String> changed = new HashSet<>();
    private final @Nullable String readUnder;
    private final Instant readAccess;

    private StoredSession(MapSession values, @Nullable String readUnder) {
        this.values = values;
        this.readUnder = readUnder;
        this.readAccess = values.getLastAccessedTime();
    }

    static StoredSession begin(Duration timeout) {
        MapSession values = new MapSession();
        values.setMaxInactiveInterval(timeout);
        return new StoredSession(values, null);
    }

    static StoredSession read(MapSession values) {
        return new StoredSession(values, values.getId());
    }

    /** Its id when it was read; nothing if it is new. */
    @Nullable String readUnder() {
        return readUnder;
    }

    boolean isUnderTheSameId() {
        return values.getId().equals(readUnder);
    }

    Set<String> changed() {
        return Set.copyOf(changed);
    }

    /** How much later than when it was read it is being used. */
    Duration usedFor() {
        return Duration.between(readAccess, values.getLastAccessedTime());
    }

    @Override
    public String getId() {
        return values.getId();
    }

    @Override
    public String changeSessionId() {
        return values.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring Session declares it
    public <T> @Nullable T getAttribute(String name) {
        return values.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return values.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed.add(name);
        values.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed.add(name);
        values.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return values.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        values.setLastAccessedTime(at);
    }

    @Override
    public Instant getLastAccessedTime() {
        return values.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        values.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return values.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return values.isExpired();
    }
}
