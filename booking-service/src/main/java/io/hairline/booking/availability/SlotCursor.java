package io.hairline.booking.availability;

import io.hairline.kit.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a slot stands in a list: the earliest first; at the same moment the one that leaves the fewest unusable minutes, then the one
 * with a practitioner the client had before, then the nearer. The list can be gone on with after it even if the slot itself has been
 * taken meanwhile.
 */
record SlotCursor(
        Instant startsAt, int unusableMinutes, boolean known, double distanceKm, String clinic, String practitioner)
        implements Comparable<SlotCursor> {

    private static final Comparator<SlotCursor> ORDER = Comparator.comparing(SlotCursor::startsAt)
            .thenComparing(SlotCursor::unusableMinutes)
            .thenComparing(SlotCursor::known, Comparator.reverseOrder())
            .thenComparing(SlotCursor::distanceKm)
            .thenComparing(SlotCursor::clinic)
            .thenComparing(SlotCursor::practitioner);

    private static final int PARTS = 6;

    static SlotCursor of(Slot it) {
        return new SlotCursor(
                it.startsAt().toInstant(),
                Objects.requireNonNullElse(it.unusableMinutes(), 0),
                it.reasons().contains(Slot.Reason.SAME_PRACTITIONER),
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
                        Boolean.parseBoolean(parts[2]),
                        Double.parseDouble(parts[3]),
                        parts[4],
                        parts[5]);
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
        return startsAt + "|" + unusableMinutes + "|" + known + "|" + distanceKm + "|" + clinic + "|" + practitioner;
    }
}
