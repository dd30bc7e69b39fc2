package io.hairline.booking.client.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.booking.BookingEvent.ClientContactChanged;
import io.hairline.contracts.booking.BookingEvent.EmailConfirmationRequested;
import io.hairline.contracts.wire.WireNames;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventJson;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.events.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Limits how many letters a client's record calls for to confirm its address: by requests for the present one, and by new ones
 * that the client gives. A clinic always corrects an address.
 */
@Component
class ConfirmationLimit implements ClientFollowUp {

    static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String REQUESTED = WireNames.nameOf(EmailConfirmationRequested.class);
    private static final String CHANGED = WireNames.nameOf(ClientContactChanged.class);

    private final EventLog eventLog;
    private final Clock clock;

    ConfirmationLimit(EventLog eventLog, Clock clock) {
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Override
    public List<Change<?>> afterCorrection(Client before, Client corrected) {
        if (corrected.email().since() != before.email().since()
                && !corrected.email().setByStaff()) {
            check(before, ConfirmationLimit::isNewAddress, "The e-mail address was changed");
        }
        return List.of();
    }

    /** Refuses one request too many for the present address. */
    void admit(Client client) {
        check(
                client,
                it -> isRequest(it, client.email().since()),
                "Letters to confirm the e-mail address were asked for");
    }

    private void check(Client client, Predicate<StoredEvent> counts, String what) {
        Instant now = clock.instant();
        List<Instant> lately = eventLog.history(client.aggregateId()).stream()
                .filter(it -> it.time().isAfter(now.minus(WINDOW)) && counts.test(it))
                .map(StoredEvent::time)
                .sorted()
                .toList();
        if (lately.size() >= MOST) {
            Instant free = lately.get(lately.size() - MOST).plus(WINDOW);
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "too-many-requests",
                            what
                                    + " %d times within %d minutes. Look into the mailbox, or wait."
                                            .formatted(MOST, WINDOW.toMinutes()))
                    .with("retryAfterSeconds", Duration.between(now, free).toSeconds() + 1);
        }
    }

    private static boolean isRequest(StoredEvent it, long since) {
        return it.type().equals(REQUESTED)
                && read(it, EmailConfirmationRequested.class).contactVersion() == since;
    }

    private static boolean isNewAddress(StoredEvent it) {
        return it.type().equals(CHANGED)
                && Boolean.TRUE.equals(read(it, ClientContactChanged.class).emailChanged());
    }

    private static <E extends DomainEvent> E read(StoredEvent it, Class<E> event) {
        return EventJson.read(it.data().getBytes(UTF_8), event);
    }
}
