package io.hairline.kit.relay;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.HairlineProperties;
import io.hairline.kit.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps exactly one of a service's instances carrying its event log to Kafka, whatever comes and goes. */
public final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoDatabase database;
    private final CloudEventRecords outgoing;
    private final Map<String, Object> kafka;
    private final Clock clock;
    private final CrashPoints crashPoints;
    private final Duration leaseLength;
    private final Supplier<List<CompactedStateSender>> companions;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * A relay for one service.
     *
     * @param companions what travels beside its events, behind the topic's namespace
     */
    public Relay(
            MongoDatabase database,
            HairlineProperties hairline,
            Clock clock,
            CrashPoints crashPoints,
            List<CompactedState> companions) {
        this(
                database,
                hairline.topic(hairline.service() + ".events"),
                hairline.service(),
                hairline.kafkaClient(),
                clock,
                crashPoints,
                LEASE,
                () -> companions.stream()
                        .map(it -> new CompactedStateSender(it, hairline.namespace(), hairline.kafkaClient()))
                        .toList());
    }

    Relay(
            MongoDatabase database,
            String topic,
            String service,
            Map<String, Object> kafka,
            Clock clock,
            CrashPoints crashPoints,
            Duration leaseLength) {
        this(database, topic, service, kafka, clock, crashPoints, leaseLength, List::of);
    }

    private Relay(
            MongoDatabase database,
            String topic,
            String service,
            Map<String, Object> kafka,
            Clock clock,
            CrashPoints crashPoints,
            Duration leaseLength,
            Supplier<List<CompactedStateSender>> companions) {
        this.database = database;
        this.outgoing = new CloudEventRecords(topic, service);
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
        this.crashPoints = crashPoints;
        this.leaseLength = leaseLength;
        this.companions = companions;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }

    private void run() {
        Lease lease = new Lease(database, Ids.next("rly"), leaseLength);
        while (running) {
            try {
                Optional<Lease.Leadership> leadership = lease.acquire();
                if (leadership.isPresent()) {
                    lead(lease, leadership.get());
                }
            } catch (MongoException | KafkaException e) {
                log.warn("relay starts over reason={}", e.toString());
            } catch (RuntimeException e) {
                log.error("relay starts over after what nobody foresaw", e);
            } catch (InterruptedException _) {
                return;
            }
            pause();
        }
    }

    private void lead(Lease lease, Lease.Leadership leadership) throws InterruptedException {
        log.info("relay leads epoch={}", leadership.epoch());
        try (KafkaBatchSender sender = new KafkaBatchSender(kafka)) {
            relay(lease, leadership, sender);
        } finally {
            release(lease, leadership.epoch());
        }
    }

    private void relay(Lease lease, Lease.Leadership leadership, KafkaBatchSender sender) throws InterruptedException {
        List<CompactedStateSender> beside = companions.get();
        try {
            new RelayLeader(database, lease, leadership, sender, beside, outgoing, clock, crashPoints, () -> running)
                    .run();
        } finally {
            beside.forEach(CompactedStateSender::close);
        }
    }

    /** Gives the lease back, so that another instance may take it at once; if that fails, it runs out. */
    private static void release(Lease lease, long epoch) {
        try {
            lease.release(epoch);
        } catch (MongoException e) {
            log.debug("lease not given back", e);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(running ? PAUSE.toMillis() : 0);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread it = thread;
        if (it == null) {
            return;
        }
        try {
            if (!it.join(PATIENCE)) {
                it.interrupt();
                it.join(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
