package io.hairline.notification.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.SessionId;
import io.hairline.kit.Ids;
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

    private static AftercareTrigger session(@Nullable String service, @Nullable List<String> careCodes) {
        return new AftercareTrigger(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new ClientId(Ids.next(ClientId.PREFIX)),
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                DONE,
                DONE,
                service,
                careCodes);
    }
}
