package io.hairline.treatment.touchup;

import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.erasure.ClientErasureStep;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends what an erased client would be invited to. */
@Component
class TouchUpErasure implements ClientErasureStep {

    private final TouchUps touchUps;
    private final EventLog eventLog;

    TouchUpErasure(TouchUps touchUps, EventLog eventLog) {
        this.touchUps = touchUps;
        this.eventLog = eventLog;
    }

    @Override
    public String code() {
        return "TOUCH_UPS";
    }

    @Override
    public long erase(ClientId client) {
        List<Change<TouchUp>> ended = touchUps.of(client).stream()
                .filter(it -> it.clientId().equals(client) && !it.status().isOver())
                .map(TouchUp::lose)
                .toList();
        if (!ended.isEmpty()) {
            eventLog.recordAll(TouchUp.class, () -> ended);
        }
        return ended.size();
    }
}
