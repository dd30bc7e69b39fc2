package io.hairline.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotCursorTests {

    private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

    @Test
    void putsTheEarlierThenTheOneWithTheLeastGapThenTheKnownThenTheNearerFirst() {
        SlotCursor earlier = new SlotCursor(TEN, 90, false, 90, "z", "z");
        SlotCursor noGap = new SlotCursor(TEN.plusSeconds(900), 0, false, 80.5, "z", "z");
        SlotCursor knownWithGap = new SlotCursor(TEN.plusSeconds(900), 15, true, 70, "z", "z");
        SlotCursor nearer = new SlotCursor(TEN.plusSeconds(900), 15, false, 7.5, "b", "z");
        SlotCursor further = new SlotCursor(TEN.plusSeconds(900), 15, false, 12.3, "a", "a");
        SlotCursor largerGap = new SlotCursor(TEN.plusSeconds(900), 30, true, 1, "a", "a");

        assertThat(Stream.of(largerGap, further, nearer, knownWithGap, noGap, earlier)
                        .sorted())
                .containsExactly(earlier, noGap, knownWithGap, nearer, further, largerGap);
    }

    @Test
    void isReadAsItWasWritten() {
        SlotCursor it = new SlotCursor(TEN, 15, true, 12.3, "a", "b");

        assertThat(Objects.requireNonNull(SlotCursor.parse(it.toString()))).isEqualTo(it);
    }
}
