package io.hairline.treatment.touchup.selfcheck;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import io.hairline.treatment.healing.HealingFollowUp;
import io.hairline.treatment.touchup.TouchUpPlanning;
import io.hairline.treatment.touchup.forecast.FadeReason;
import io.hairline.treatment.touchup.forecast.ForecastSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much of the colour has stayed in the healed skin moves the day of the touch-up. */
@Component
class HealedColour implements HealingFollowUp {

    private static final Set<FadeReason> OF_RETENTION = Set.of(FadeReason.LOW_RETENTION, FadeReason.HIGH_RETENTION);

    private final TouchUpPlanning planning;
    private final ForecastSettings settings;

    HealedColour(TouchUpPlanning planning, ForecastSettings settings) {
        this.planning = planning;
        this.settings = settings;
    }

    @Override
    public List<Change<?>> afterHealing(ClientId client, boolean delayed, @Nullable Integer retentionPercent) {
        return retentionPercent == null
                ? List.of()
                : planning.reconsider(client, OF_RETENTION, settings.ofRetention(retentionPercent));
    }
}
