package io.hairline.treatment.touchup.selfcheck;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.erasure.ClientErasureStep;
import org.springframework.stereotype.Component;

/** What an erased client said of the colour is gone. */
@Component
class SelfCheckErasure implements ClientErasureStep {

    private final SelfChecks checks;

    SelfCheckErasure(SelfChecks checks) {
        this.checks = checks;
    }

    @Override
    public String code() {
        return "SELF_CHECKS";
    }

    @Override
    public long erase(ClientId client) {
        return checks.erase(client);
    }
}
