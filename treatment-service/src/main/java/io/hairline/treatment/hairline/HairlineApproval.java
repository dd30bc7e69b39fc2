package io.hairline.treatment.hairline;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.HairlineApprovalId;
import io.hairline.contracts.treatment.TreatmentEvent.HairlineApproved;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.encryption.Signature;
import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A hairline that a client approved; it never changes.
 *
 * @param clinicId where it was drawn
 * @param signed a {@link Signed}, sealed
 * @param takenBy subject of the one who sent it: the client, or who treats
 */
@Document("hairline_approvals")
@TypeAlias("hairlineApproval")
@PersonalData
record HairlineApproval(
        @Id HairlineApprovalId id,
        long version,
        int schema,
        ConsultationId consultationId,
        ClientId clientId,
        ClinicId clinicId,
        Binary signed,
        String takenBy,
        Instant approvedAt)
        implements Aggregate {

    private static final int SCHEMA = 1;

    /**
     * What was signed, as it was drawn then.
     *
     * @param pictureSha256 of the picture that the design names, as the client saw it; absent where it names none
     */
    record Signed(
            HairlineDesign design,
            Signature signature,
            @Nullable String pictureSha256) {}

    static Change<HairlineApproval> approve(
            HairlineApprovalId id, Consultation it, Binary signed, String by, Instant now) {
        return Change.to(
                new HairlineApproval(id, 1, SCHEMA, it.id(), it.clientId(), it.clinicId(), signed, by, now),
                new HairlineApproved(id, it.id(), it.clientId(), it.clinicId()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
