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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final Duration WATERMARKS_EVERY = Duration.ofMillis(250);
    /** A message that arrives late is due although no time has come. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration TIDY_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final List<String> SOURCES = List.of(Topics.BOOKING_EVENTS, Topics.TREATMENT_EVENTS);
    private static final int BATCH = 64;

    private final TickWatermarks watermarks;
    private final Messages messages;
    private final PreSendCheck check;
    private final DeliveryLedger deliveryLedger;
    private final MessageSender handover;
    private final MailSettings settings;
    private final Clock clock;
    private volatile Map<String, Instant> upTo = Map.of();
    private volatile @Nullable ScheduledExecutorService looking;

    Delivery(
            TickWatermarks watermarks,
            Messages messages,
            PreSendCheck check,
            DeliveryLedger deliveryLedger,
            MessageSender handover,
            MailSettings settings,
            Clock clock) {
        this.watermarks = watermarks;
        this.messages = messages;
        this.check = check;
        this.deliveryLedger = deliveryLedger;
        this.handover = handover;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        ScheduledExecutorService looks = Executors.newScheduledThreadPool(
                4, Thread.ofPlatform().name("delivery-", 0).daemon().factory());
        handover.start();
        every(WATERMARKS_EVERY, looks, this::readWatermarks);
        every(WATERMARKS_EVERY, looks, new Looking(Channel.EMAIL));
        every(WATERMARKS_EVERY, looks, new Looking(Channel.IN_APP));
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

    /** What has expired needs no ticks, and neither does the end of an instance. */
    private void housekeeping() {
        List<Message> expired = messages.expired(clock.instant(), BATCH);
        while (!expired.isEmpty()) {
            deliveryLedger.expire(expired);
            expired = messages.expired(clock.instant(), BATCH);
        }
        messages.abandoned(settings.abandonedAfter(), BATCH).forEach(deliveryLedger::abandon);
    }

    private void readWatermarks() {
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
        SendDecision decision = check.decide(message);
        switch (decision) {
            case SendDecision.Go go
            when message.channel() == Channel.IN_APP -> deliveryLedger.putIntoInbox(message, go.letter());
            case SendDecision.Go go -> handover.start(message, go);
            case SendDecision.Wait _ ->
                messages.postpone(message, clock.instant().plus(LOOK_AGAIN));
            default -> deliveryLedger.record(message, decision);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService looks = looking;
        looking = null;
        if (looks != null) {
            looks.shutdown();
        }
        handover.stop();
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
