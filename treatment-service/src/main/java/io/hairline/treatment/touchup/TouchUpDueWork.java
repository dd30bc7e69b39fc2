package io.hairline.treatment.touchup;

import io.hairline.contracts.TouchUpId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Makes a touch-up due at the first moment of its day, and lost after its last. */
@Component
class TouchUpDueWork implements DueWorkHandler {

    static final String KIND = "touch-up";

    private final TouchUpPlanning touchingUp;

    TouchUpDueWork(TouchUpPlanning touchingUp) {
        this.touchingUp = touchingUp;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        touchingUp.pass(new TouchUpId(item.subject()));
    }
}
