package io.hairline.booking.client.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
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
import org.springframework.stereotype.Component;

/** Limits how many letters to confirm an address are called for by one client's record, by requests and by new addresses. */
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
        if (corrected.email().since() != before.email().since()) {
            admit(before);
        }
        return List.of();
    }

    /** Refuses one letter too many. */
    void admit(Client client) {
        Instant from = clock.instant().minus(WINDOW);
        long lately = eventLog.history(client.aggregateId()).stream()
                .filter(it -> it.time().isAfter(from) && callsForALetter(it))
                .count();
        if (lately >= MOST) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "too-many-requests",
                            "%d letters to confirm an e-mail address within %d minutes are the most. Look for them in the mailbox, or wait."
                                    .formatted(MOST, WINDOW.toMinutes()))
                    .with("retryAfterSeconds", WINDOW.toSeconds());
        }
    }

    private static boolean callsForALetter(StoredEvent it) {
        return it.type().equals(REQUESTED)
                || (it.type().equals(CHANGED)
                        && Boolean.TRUE.equals(EventJson.read(it.data().getBytes(UTF_8), ClientContactChanged.class)
                                .emailChanged()));
    }
}
