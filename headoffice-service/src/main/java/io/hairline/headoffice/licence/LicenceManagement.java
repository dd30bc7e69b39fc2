package io.hairline.headoffice.licence;

import io.hairline.contracts.LicenceId;
import io.hairline.contracts.PractitionerId;
import io.hairline.headoffice.practitioner.PractitionerManagement;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.web.Preconditions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who may work where. */
@Service
public class LicenceManagement {

    private final EventLog eventLog;
    private final Licences licences;
    private final PractitionerManagement practitioners;

    LicenceManagement(EventLog eventLog, Licences licences, PractitionerManagement practitioners) {
        this.eventLog = eventLog;
        this.licences = licences;
        this.practitioners = practitioners;
    }

    public Licence grant(
            LicenceId id,
            PractitionerId practitionerId,
            String jurisdiction,
            LocalDate from,
            LocalDate until,
            boolean asGuest) {
        if (!practitioners.exists(practitionerId)) {
            throw Refusal.input("practitionerId", "is no practitioner of the brand");
        }
        return eventLog.record(
                Licence.class, () -> Licence.grant(id, practitionerId, jurisdiction, from, until, asGuest));
    }

    public Licence revoke(LicenceId id, @Nullable String ifMatch, String reasonCode) {
        return eventLog.record(Licence.class, () -> {
            Licence licence = licences.require(id);
            Preconditions.check(ifMatch, licence);
            return licence.revoke(reasonCode);
        });
    }

    /** Everything these practitioners were ever granted. */
    public List<Licence> of(Set<PractitionerId> practitioners) {
        return licences.findByPractitionerIdIn(practitioners);
    }

    public boolean exists(LicenceId id) {
        return licences.findById(id).isPresent();
    }
}
