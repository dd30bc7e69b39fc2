package io.hairline.treatment.contact;

import io.hairline.contracts.ClientId;
import io.hairline.treatment.erasure.ClientErasureStep;
import org.springframework.stereotype.Component;

/** Erases the copy of a client's name. */
@Component
class NameErasure implements ClientErasureStep {

    private final SignedNames names;

    NameErasure(SignedNames names) {
        this.names = names;
    }

    @Override
    public String code() {
        return "NAME";
    }

    @Override
    public long erase(ClientId client) {
        names.erase(client.value());
        return 1;
    }
}
