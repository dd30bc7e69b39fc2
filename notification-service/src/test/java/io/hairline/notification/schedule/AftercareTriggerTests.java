package io.hairline.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.kit.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AftercareTriggerTests {

    private static final Instant DONE = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void saysWhatIsForTheServiceBeforeWhatIsForTheSkin() {
        assertThat(session("SCAR", List.of("SUN_SENSITIVE", "DRY")).variants())
                .containsExactly("SCAR", "SUN_SENSITIVE", "DRY");
    }

    @Test
    void saysToEverybodyTheSameWhereNothingMoreIsKnown() {
        assertThat(session(null, null).variants()).isEmpty();
        assertThat(session(null, null).drafts()).hasSize(5);
    }

    @Test
    void tellsOnTheDaysOfThePolicy() {
        assertThat(days(null)).containsExactly(0L, 3L, 5L, 10L, 28L);
        assertThat(days(new AftercareDays(6, 7, 9, 14, 35, 42))).containsExactly(0L, 5L, 7L, 14L, 35L);
    }

    private static List<Long> days(@Nullable AftercareDays aftercare) {
        return session(null, null, aftercare).drafts().stream()
                .map(it -> Duration.between(DONE, it.due()).toDays())
                .toList();
    }

    private static AftercareTrigger session(@Nullable String service, @Nullable List<String> careCodes) {
        return session(service, careCodes, null);
    }

    private static AftercareTrigger session(
            @Nullable String service, @Nullable List<String> careCodes, @Nullable AftercareDays aftercare) {
        return new AftercareTrigger(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new ClientId(Ids.next(ClientId.PREFIX)),
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                DONE,
                DONE,
                service,
                careCodes,
                aftercare);
    }
}
