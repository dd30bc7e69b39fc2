package io.hairline.notification.delivery;

import io.hairline.contracts.notification.LetterLink;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.Messages;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands messages to the mail server, some side by side, each claimed first so that no other instance does. */
@Component
class MessageSender {

    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration PARTING = Duration.ofSeconds(4);
    private static final int RECORD_ATTEMPTS = 60;

    private final Messages messages;
    private final DeliveryLedger deliveryLedger;
    private final DeliveryChannel email;
    private final Semaphore places;
    private volatile @Nullable ExecutorService pool;

    MessageSender(Messages messages, DeliveryLedger deliveryLedger, EmailDeliveryChannel email, MailSettings settings) {
        this.messages = messages;
        this.deliveryLedger = deliveryLedger;
        this.email = email;
        this.places = new Semaphore(settings.atOnce());
    }

    void start() {
        pool = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** Waits for a free place, and returns when the message is on its way. */
    void start(Message message, SendDecision.Go go) {
        places.acquireUninterruptibly();
        ExecutorService running = pool;
        String claim = UUID.randomUUID().toString();
        if (running == null || !messages.claim(message, claim)) {
            places.release();
            return;
        }
        long claimed = System.nanoTime();
        running.execute(() -> {
            try {
                if (isFresh(claimed) || messages.renew(message.id(), claim)) {
                    record(
                            message,
                            claim,
                            email.send(message, go.contact(), go.letter()),
                            go.letter().link());
                }
            } finally {
                places.release();
            }
        });
    }

    /** An instance that was frozen meanwhile must ask whether the message is still its own to send. */
    private static boolean isFresh(long claimed) {
        return System.nanoTime() - claimed < FRESH.toNanos();
    }

    /** It has happened, so it must be known: tried until the database is back or the outcome is given up as unknown. */
    private void record(Message message, String claim, DeliveryChannel.Outcome outcome, @Nullable LetterLink link) {
        for (int attempt = 1; ; attempt++) {
            try {
                deliveryLedger.record(message.id(), claim, outcome, link);
                return;
            } catch (RuntimeException e) {
                log.warn("outcome not recorded message={} attempt={} reason={}", message.id(), attempt, e.toString());
                if (attempt == RECORD_ATTEMPTS) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    void stop() {
        ExecutorService running = pool;
        if (running != null) {
            running.shutdown();
            await(running);
        }
    }

    /** What isn't answered by then is recorded as unknown by another instance. */
    private static void await(ExecutorService running) {
        try {
            if (!running.awaitTermination(PARTING.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("messages are still being handed over");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
