package io.hairline.kit.relay;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.hairline.kit.CrashPoints;
import io.hairline.kit.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private final MongoDatabase database;
    private final Outgoing outgoing;
    private final String kafka;
    private final Clock clock;
    private final CrashPoints crashPoints;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    public Relay(
            MongoDatabase database, String topic, String service, String kafka, Clock clock, CrashPoints crashPoints) {
        this.database = database;
        this.outgoing = new Outgoing(topic, service);
        this.kafka = kafka;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay").daemon().start(this::run);
    }

    private void run() {
        Lease lease = new Lease(database, Ids.next("rly"), LEASE);
        while (running) {
            try {
                Optional<Lease.Leadership> leadership = lease.acquire();
                if (leadership.isPresent()) {
                    lead(lease, leadership.get());
                } else {
                    pause();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            } catch (MongoException | KafkaException e) {
                log.warn("relay starts over reason={}", e.toString());
                pauseQuietly();
            }
        }
        ended.countDown();
    }

    private void lead(Lease lease, Lease.Leadership leadership) throws InterruptedException {
        log.info("relay leads epoch={}", leadership.epoch());
        try (Sender sender = new Sender(kafka)) {
            new Carrying(database, lease, leadership, sender, outgoing, clock, crashPoints).run(() -> running);
        } finally {
            if (!running) {
                lease.release(leadership.epoch());
            }
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }

    private static void pauseQuietly() {
        try {
            pause();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!ended.await(3, TimeUnit.SECONDS)) {
                interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupt() {
        Thread it = thread;
        if (it != null) {
            it.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
