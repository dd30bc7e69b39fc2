package io.hairline.treatment.chartaccess;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EmergencyAccessId;
import io.hairline.contracts.SharingPassId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A capability that can open a client's chart to a clinic, which else reads what it wrote itself. */
public interface AccessGrants {

    /** Who wants to read: a person, and the clinics where that person has a role that reads charts. */
    record Reader(String subject, Set<ClinicId> clinics) {
        public Reader {
            clinics = Set.copyOf(clinics);
        }
    }

    /**
     * What opens the chart, for which of the reader's clinics, and how far.
     *
     * @param opens what may be read of other clinics' entries
     * @param id of the sharing pass or the emergency access; absent for others
     * @param purpose of the sharing pass; absent for others
     */
    record Grant(
            AccessBasis basis,
            ClinicId clinicId,
            Set<AccessedRecord> opens,
            @Nullable String id,
            @Nullable SharingPurpose purpose) {

        /** Opens everything. */
        public static Grant of(AccessBasis basis, ClinicId clinic) {
            return new Grant(basis, clinic, AccessedRecord.ALL, null, null);
        }

        /** Opens what the pass's purpose opens. */
        public static Grant of(SharingPassId pass, SharingPurpose purpose, ClinicId clinic) {
            return new Grant(AccessBasis.SHARING_PASS, clinic, purpose.opens(), pass.value(), purpose);
        }

        /** Opens everything. */
        public static Grant of(EmergencyAccessId access, ClinicId clinic) {
            return new Grant(AccessBasis.EMERGENCY, clinic, AccessedRecord.ALL, access.value(), null);
        }

        /** Whether it comes from the client's going to the clinic for treatment: a visit of the client's own booking, or a pass. */
        boolean isForTreatment() {
            return basis == AccessBasis.CLIENT_BOOKING || (purpose != null && purpose.isForTreatment());
        }

        /** Opens what the reader's clinics wrote themselves. */
        static Grant ofOwn(AccessBasis basis, ClinicId clinic) {
            return new Grant(basis, clinic, Set.of(), null, null);
        }
    }

    /**
     * Looks for grants that hold now.
     *
     * @param visited those of the reader's clinics where the client has an appointment or was treated
     */
    List<Grant> find(ClientId client, Reader reader, Set<ClinicId> visited);

    /** In which words the reader said why, if this is where the grant comes from and a reason was asked for. */
    default Optional<String> reasonOf(String grantId) {
        return Optional.empty();
    }
}
