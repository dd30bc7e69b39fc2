package io.hairline.booking.availability;

import io.hairline.kit.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a slot stands in a list: the earliest first, at the same moment the better, then the nearer. The list can be gone on with after
 * it even if the slot itself has been taken meanwhile.
 */
record SlotCursor(Instant startsAt, int reasons, double distanceKm, String clinic, String practitioner)
        implements Comparable<SlotCursor> {

    private static final Comparator<SlotCursor> ORDER = Comparator.comparing(SlotCursor::startsAt)
            .thenComparing(SlotCursor::reasons, Comparator.reverseOrder())
            .thenComparing(SlotCursor::distanceKm)
            .thenComparing(SlotCursor::clinic)
            .thenComparing(SlotCursor::practitioner);

    private static final int PARTS = 5;

    static SlotCursor of(Slot it) {
        return new SlotCursor(
                it.startsAt().toInstant(),
                it.reasons().size(),
                Objects.requireNonNullElse(it.distanceKm(), 0.0),
                it.clinicId().value(),
                it.practitionerId().value());
    }

    static @Nullable SlotCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("\\|", -1);
        try {
            if (parts.length == PARTS) {
                return new SlotCursor(
                        Instant.parse(parts[0]),
                        Integer.parseInt(parts[1]),
                        Double.parseDouble(parts[2]),
                        parts[3],
                        parts[4]);
            }
        } catch (DateTimeException | NumberFormatException _) {
            // Refused below, like whatever else isn't ours.
        }
        throw Refusal.input("cursor", "is not one we gave out; start again without it");
    }

    @Override
    public int compareTo(SlotCursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return startsAt + "|" + reasons + "|" + distanceKm + "|" + clinic + "|" + practitioner;
    }
}
