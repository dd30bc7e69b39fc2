package io.hairline.headoffice.dashboard.consumer;

import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.wire.Topics;
import io.hairline.headoffice.dashboard.projection.Generation;
import io.hairline.headoffice.dashboard.projection.Generations;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.TopicReplay;
import io.hairline.kit.consumer.TopicReplay.Progress;
import io.hairline.kit.events.Transactions;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Rebuilds the dashboard's facts and sums from all events ever told, into collections of their own, while the old ones answer.
 *
 * <p>From its beginning every new event goes into both; then the topics are read up to their ends, and one write has the new
 * collections answer. Facts are kept once by their event, so it doesn't matter that some come both ways.
 */
@Service
class ReadModelRebuild implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ReadModelRebuild.class);

    /** Reads and transactions that still use the old collections are over by then. */
    private static final Duration UNTIL_THE_OLD_IS_DROPPED = Duration.ofMinutes(1);

    /** Longer than a rebuild that is alive takes for a step. */
    private static final Duration UNTIL_ONE_COUNTS_AS_DEAD = Duration.ofSeconds(90);

    private final Generations generations;
    private final TopicReplay topics;
    private final Transactions transactions;
    private final FactBuffer facts;
    private final BookingEventConsumer booking;
    private final TreatmentEventConsumer treatment;
    private final NotificationEventConsumer notification;
    private final Clock clock;
    private volatile boolean stopping;

    ReadModelRebuild(
            Generations generations,
            TopicReplay topics,
            Transactions transactions,
            FactBuffer facts,
            BookingEventConsumer booking,
            TreatmentEventConsumer treatment,
            NotificationEventConsumer notification,
            Clock clock) {
        this.generations = generations;
        this.topics = topics;
        this.transactions = transactions;
        this.facts = facts;
        this.booking = booking;
        this.treatment = treatment;
        this.notification = notification;
        this.clock = clock;
    }

    /** Begins one; it goes on by itself. */
    Generations.Rebuild start() {
        Generation built = generations.begin(clock.instant());
        Thread.ofVirtual().name("dashboard-rebuild").start(() -> run(built));
        return generations.rebuild();
    }

    /** What a rebuild has left that died with its instance is cleared a while after the next start. */
    @EventListener(ApplicationReadyEvent.class)
    void clearWhatIsLeft() {
        Thread.ofVirtual().name("dashboard-rebuild-left").start(() -> {
            try {
                Thread.sleep(UNTIL_ONE_COUNTS_AS_DEAD);
                generations.clear(clock.instant());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("what a rebuild left isn't cleared reason={}", e.toString());
            }
        });
    }

    Generations.Rebuild state() {
        return generations.rebuild();
    }

    private void run(Generation built) {
        log.info("dashboard rebuild begins generation={}", built.number());
        try {
            Progress all = replay(Topics.BOOKING_EVENTS, booking, built, Progress.NONE);
            all = replay(Topics.TREATMENT_EVENTS, treatment, built, all);
            all = replay(Topics.NOTIFICATION_EVENTS, notification, built, all);
            if (!stopping && generations.serve(built, clock.instant())) {
                log.info(
                        "dashboard rebuilt generation={} events={} failed={}",
                        built.number(),
                        all.read(),
                        all.failed());
                Thread.sleep(UNTIL_THE_OLD_IS_DROPPED);
                generations.dropOthers();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("dashboard rebuild given up generation={}", built.number(), e);
            generations.giveUp(built, clock.instant());
        }
    }

    private <E extends DomainEvent> Progress replay(
            String topic, EventConsumer<E> consumer, Generation built, Progress before) {
        return before.plus(topics.read(
                topic,
                consumer,
                batch -> transactions.run(() -> {
                    facts.into(built);
                    batch.run();
                }),
                it -> !stopping && generations.note(built, before.read() + it.read(), before.failed() + it.failed())));
    }

    /** What is unfinished is begun anew by the next rebuild. */
    @Override
    public void destroy() {
        stopping = true;
    }
}
