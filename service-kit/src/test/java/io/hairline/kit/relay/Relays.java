package io.hairline.kit.relay;

import io.hairline.kit.CrashPoints;
import io.hairline.kit.counter.TestWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Relays of a world, all of them stopped at its end. */
final class Relays implements AutoCloseable {

    private final TestWorld world;
    private final Duration lease;
    private final List<Relay> started = new ArrayList<>();

    Relays(TestWorld world, Duration lease) {
        this.world = world;
        this.lease = lease;
    }

    Relay start() {
        return start(world.kafka(), TestWorld.clock());
    }

    Relay start(Map<String, Object> kafka, Clock clock) {
        Relay relay =
                new Relay(world.database(), world.topic(), "counter", kafka, clock, new CrashPoints("", 0), lease);
        started.add(relay);
        relay.start();
        return relay;
    }

    /** What stands in the database about who leads and how far; empty before anybody has. */
    Document stored() {
        Document stored =
                world.database().getCollection(Lease.COLLECTION).find().first();
        return stored == null ? new Document() : stored;
    }

    @Override
    public void close() {
        started.forEach(Relay::stop);
    }
}
