package io.hairline.booking.client;

import io.hairline.kit.events.Change;
import java.util.List;

/** What else happens in the transaction that registers a client. */
public interface ClientFollowUp {

    /** The transaction may run again, so the only side effects allowed are writes that take part in it. */
    List<Change<?>> afterRegistration(Client registered);
}
