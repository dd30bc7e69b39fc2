package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import java.util.Optional;
import java.util.Set;

/** A capability that can open a client's whole chart to a clinic, which else reads what it wrote itself. */
public interface AccessGrants {

    /** Who wants to read: a person, and the clinics where that person has a role that reads charts. */
    record Reader(String subject, Set<ClinicId> clinics) {
        public Reader {
            clinics = Set.copyOf(clinics);
        }
    }

    /** What opens the chart, and for which of the reader's clinics. */
    record Grant(AccessBasis basis, ClinicId clinicId) {}

    /**
     * Looks for a grant that holds now.
     *
     * @param visited those of the reader's clinics where the client has an appointment or was treated
     */
    Optional<Grant> find(ClientId client, Reader reader, Set<ClinicId> visited);
}
