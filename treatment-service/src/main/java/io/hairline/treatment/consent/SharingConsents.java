package io.hairline.treatment.consent;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.treatment.chartaccess.AccessBasis;
import io.hairline.treatment.chartaccess.AccessGrants;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens the chart to clinics where the client has an appointment, if the client signed that. What the staff of the reading
 * clinic took as signed doesn't count: nobody opens a chart to themselves.
 */
@Component
class SharingConsents implements AccessGrants {

    private final Consents consents;

    SharingConsents(Consents consents) {
        this.consents = consents;
    }

    @Override
    public List<Grant> find(ClientId client, Reader reader, Set<ClinicId> visited) {
        return visited.stream()
                .filter(it -> consents.inForce(client, ConsentPurpose.SHARING).stream()
                        .anyMatch(consent -> opens(consent, it)))
                .map(it -> Grant.of(AccessBasis.SHARING_CONSENT, it))
                .toList();
    }

    private static boolean opens(Consent consent, ClinicId clinic) {
        return consent.isSentByClient() || !consent.clinicId().equals(clinic);
    }
}
