package io.hairline.notification.delivery;

import io.hairline.contracts.wire.Topics;
import io.hairline.notification.ledger.Channel;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Any number of instances do so side by side: each message is taken by one of them, in the database.
 * Every channel has a thread of its own, so that a slow one delays no other.
 */
@Component
class Delivery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LISTEN_EVERY = Duration.ofMillis(250);
    /** A message that is heard of late is due although no time has come. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration TIDY_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final List<String> SOURCES = List.of(Topics.BOOKING_EVENTS, Topics.TREATMENT_EVENTS);
    private static final Duration PARTING = Duration.ofSeconds(4);
    private static final int BATCH = 64;
    private static final int ENTRY_ATTEMPTS = 60;

    private final TickWatermarks watermarks;
    private final Messages messages;
    private final PreSendCheck check;
    private final DeliveryLedger deliveryLedger;
    private final DeliveryChannel email;
    private final MailSettings settings;
    private final Clock clock;
    private final Semaphore places;
    private volatile Map<String, Instant> upTo = Map.of();
    private volatile @Nullable ScheduledExecutorService looking;
    private volatile @Nullable ExecutorService carrying;

    Delivery(
            TickWatermarks watermarks,
            Messages messages,
            PreSendCheck check,
            DeliveryLedger deliveryLedger,
            EmailDeliveryChannel email,
            MailSettings settings,
            Clock clock) {
        this.watermarks = watermarks;
        this.messages = messages;
        this.check = check;
        this.deliveryLedger = deliveryLedger;
        this.email = email;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    @Override
    public void start() {
        ScheduledExecutorService looks = Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().name("delivery-", 0).daemon().factory());
        carrying = Executors.newVirtualThreadPerTaskExecutor();
        every(LISTEN_EVERY, looks, this::listen);
        every(LISTEN_EVERY, looks, new Looking(Channel.EMAIL));
        every(LISTEN_EVERY, looks, new Looking(Channel.IN_APP));
        every(TIDY_EVERY, looks, this::housekeeping);
        looking = looks;
    }

    private static void every(Duration pause, ScheduledExecutorService looks, Runnable work) {
        var _ = looks.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        log.warn("delivery waits reason={}", e.toString());
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Uselessness needs no ticks, and neither does the end of an instance. */
    private void housekeeping() {
        List<Message> useless = messages.useless(clock.instant(), BATCH);
        while (!useless.isEmpty()) {
            deliveryLedger.expire(useless);
            useless = messages.useless(clock.instant(), BATCH);
        }
        messages.abandoned(settings.abandonedAfter(), BATCH).forEach(deliveryLedger::abandon);
    }

    private void listen() {
        watermarks.keep();
        upTo = watermarks.upTo(SOURCES);
    }

    /** Looks at one channel when time has come for it, or when it hasn't for a while. */
    private final class Looking implements Runnable {

        private final Channel channel;
        private Map<String, Instant> looked = Map.of();
        private long lookedAt = System.nanoTime();

        Looking(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            Map<String, Instant> now = upTo;
            if (now.equals(looked) && System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
                return;
            }
            lookedAt = System.nanoTime();
            now.forEach(this::lookAt);
            looked = now;
        }

        private void lookAt(String source, Instant before) {
            List<Message> due;
            do {
                due = messages.due(source, channel, before, BATCH);
                due.forEach(Delivery.this::handle);
            } while (due.size() == BATCH && isRunning());
        }
    }

    private void handle(Message message) {
        SendDecision decision = check.judge(message);
        switch (decision) {
            case SendDecision.Go go
            when message.channel() == Channel.IN_APP -> deliveryLedger.putIntoInbox(message, go.letter());
            case SendDecision.Go go -> carry(message, go);
            case SendDecision.Wait _ ->
                messages.postpone(message, clock.instant().plus(LOOK_AGAIN));
            default -> deliveryLedger.enter(message, decision);
        }
    }

    private void carry(Message message, SendDecision.Go go) {
        places.acquireUninterruptibly();
        ExecutorService pool = carrying;
        String claim = UUID.randomUUID().toString();
        if (pool == null || !messages.claim(message, claim)) {
            places.release();
            return;
        }
        long claimed = System.nanoTime();
        pool.execute(() -> {
            try {
                if (isFresh(claimed) || messages.renew(message.id(), claim)) {
                    enter(message, claim, email.carry(message, go.contact(), go.letter()));
                }
            } finally {
                places.release();
            }
        });
    }

    /** Whoever was frozen meanwhile must ask whether it is still hers to send. */
    private static boolean isFresh(long claimed) {
        return System.nanoTime() - claimed < Duration.ofSeconds(5).toNanos();
    }

    /** It has happened, so it must be known: tried until the database is back or the entry is given up as unknown. */
    private void enter(Message message, String claim, DeliveryChannel.Outcome outcome) {
        for (int attempt = 1; ; attempt++) {
            try {
                deliveryLedger.enter(message.id(), claim, outcome);
                return;
            } catch (RuntimeException e) {
                log.warn("outcome not entered message={} attempt={} reason={}", message.id(), attempt, e.toString());
                if (attempt == ENTRY_ATTEMPTS) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService looks = looking;
        looking = null;
        if (looks != null) {
            looks.shutdown();
        }
        ExecutorService pool = carrying;
        if (pool != null) {
            pool.shutdown();
            await(pool);
        }
    }

    /** What isn't answered by then is told as unknown by whoever finds it. */
    private static void await(ExecutorService pool) {
        try {
            if (!pool.awaitTermination(PARTING.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("messages are still being handed over");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
