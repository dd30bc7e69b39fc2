package io.hairline.headoffice.clinic;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWorkHandler;
import org.springframework.stereotype.Component;

/** Lets planned moves come true when the clinic's day begins. */
@Component
class ClinicMoveWork implements DueWorkHandler {

    static final String KIND = "clinic-move";

    private final ClinicManagement management;

    ClinicMoveWork(ClinicManagement management) {
        this.management = management;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        management.applyDueMove(new ClinicId(item.subject()));
    }
}
