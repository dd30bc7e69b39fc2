package io.hairline.booking.availability;

import io.hairline.kit.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a slot stands in a list: the earliest first, at the same moment the better. The list can be gone on with after
 * it even if the slot itself has been taken meanwhile.
 */
record Position(Instant startsAt, int reasons, String clinic, String practitioner) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::startsAt)
            .thenComparing(Position::reasons, Comparator.reverseOrder())
            .thenComparing(Position::clinic)
            .thenComparing(Position::practitioner);

    private static final int PARTS = 4;

    static Position of(Slot it) {
        return new Position(
                it.startsAt().toInstant(),
                it.reasons().size(),
                it.clinicId().value(),
                it.practitionerId().value());
    }

    static @Nullable Position parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("\\|", -1);
        try {
            if (parts.length == PARTS) {
                return new Position(Instant.parse(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
            }
        } catch (DateTimeException | NumberFormatException _) {
            // Refused below, like whatever else isn't ours.
        }
        throw Refusal.input("cursor", "is not one we gave out; start again without it");
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return startsAt + "|" + reasons + "|" + clinic + "|" + practitioner;
    }
}
