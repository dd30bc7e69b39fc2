package io.hairline.headoffice.owner;

import io.hairline.contracts.OwnerId;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** How a company comes under the brand's contract. */
@Service
public class OwnerManagement {

    private final EventLog eventLog;
    private final Owners owners;

    OwnerManagement(EventLog eventLog, Owners owners) {
        this.eventLog = eventLog;
        this.owners = owners;
    }

    public Owner sign(OwnerId id, String code, String companyName) {
        try {
            return eventLog.record(Owner.class, () -> Owner.sign(id, code, companyName));
        } catch (DuplicateKeyException _) {
            throw Refusal.state("code-taken", "There is an owner " + code + " already. Choose another code.");
        }
    }

    public boolean exists(OwnerId id) {
        return owners.findById(id).isPresent();
    }
}
