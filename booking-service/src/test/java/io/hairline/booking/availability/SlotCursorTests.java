package io.hairline.booking.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlotCursorTests {

    private static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

    @Test
    void putsTheEarlierThenTheBetterThenTheNearerFirst() {
        SlotCursor earlier = new SlotCursor(TEN, 0, 90, "z", "z");
        SlotCursor better = new SlotCursor(TEN.plusSeconds(900), 2, 80.5, "z", "z");
        SlotCursor nearer = new SlotCursor(TEN.plusSeconds(900), 1, 7.5, "b", "z");
        SlotCursor further = new SlotCursor(TEN.plusSeconds(900), 1, 12.3, "a", "a");

        assertThat(Stream.of(further, nearer, better, earlier).sorted())
                .containsExactly(earlier, better, nearer, further);
    }

    @Test
    void isReadAsItWasWritten() {
        SlotCursor it = new SlotCursor(TEN, 1, 12.3, "a", "b");

        assertThat(Objects.requireNonNull(SlotCursor.parse(it.toString()))).isEqualTo(it);
    }
}
