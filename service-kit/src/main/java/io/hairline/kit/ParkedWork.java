package io.hairline.kit;

import java.time.Instant;
import java.util.List;

/** Work that was given up and waits for an operator: {@code hairline dlq}. */
public interface ParkedWork {

    /**
     * A piece of it.
     *
     * @param reason why, without a word of personal data
     * @param since system time
     */
    record Item(String kind, String subject, int attempts, String reason, Instant since) {}

    /** The oldest first. */
    List<Item> parked(int most);

    /** Lets all of it be tried again; tells how many pieces there are. */
    int replay();
}
