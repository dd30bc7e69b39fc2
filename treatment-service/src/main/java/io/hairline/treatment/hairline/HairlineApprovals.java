package io.hairline.treatment.hairline;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.HairlineApprovalId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.chartchain.ChartChain;
import io.hairline.treatment.consultation.Consultation;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.encryption.Signature;
import io.hairline.treatment.hairline.HairlineApproval.Signed;
import io.hairline.treatment.photo.Photos;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Takes the client's signature under a hairline, and says whether the one that is drawn has it. */
@Service
public class HairlineApprovals implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String CONSULTATION = "consultationId";
    private static final String SIGNED = "signed";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final ChartChain chain;
    private final Consultations consultations;
    private final Photos photos;
    private final MergedIds mergedClients;
    private final Clock clock;

    HairlineApprovals(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            ChartChain chain,
            Consultations consultations,
            Photos photos,
            MergedIds mergedClients,
            Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.seals = seals;
        this.chain = chain;
        this.consultations = consultations;
        this.photos = photos;
        this.mergedClients = mergedClients;
        this.clock = clock;
    }

    /** Signs the design as it is drawn now. */
    HairlineApproval approve(ConsultationId drawnIn, Signature signature, Consumer<Consultation> precondition) {
        HairlineApprovalId id = new HairlineApprovalId(Ids.next(HairlineApprovalId.PREFIX));
        String by = RequestContext.current().actor();
        return eventLog.record(HairlineApproval.class, () -> {
            Consultation consultation = consultations.require(drawnIn);
            precondition.accept(consultation);
            @Nullable HairlineDesign design = consultations.findingsOf(consultation).hairline();
            if (design == null) {
                throw Refusal.state("illegal-move", "No hairline was drawn in this consultation.");
            }
            if (of(consultation, design) == DesignApproval.APPROVED) {
                throw Refusal.state("illegal-move", "The client has approved this hairline already.");
            }
            return chain.signed(
                    HairlineApproval.approve(
                            id,
                            consultation,
                            seals.seal(
                                    new Signed(design, signature, digestOf(design, consultation.clientId())),
                                    consultation.clientId(),
                                    id,
                                    SIGNED),
                            by,
                            clock.instant()),
                    consultation.clientId());
        });
    }

    private @Nullable String digestOf(HairlineDesign design, ClientId client) {
        return design.photoId() == null
                ? null
                : photos.digestOf(client, design.photoId())
                        .orElseThrow(() -> Refusal.state(
                                "illegal-move",
                                "The picture of this hairline was taken out of the chart. Correct the consultation:"
                                        + " name another photo or none, then the client signs."));
    }

    /** How far the hairline is approved that was drawn in this appointment. */
    public DesignApproval of(AppointmentId consultation) {
        return consultations.findFor(consultation).map(this::of).orElse(DesignApproval.NO_DESIGN);
    }

    private DesignApproval of(Consultation it) {
        @Nullable HairlineDesign drawn = consultations.findingsOf(it).hairline();
        if (drawn != null) {
            return of(it, drawn);
        }
        if (!consultations.hadHairline(it)) {
            return DesignApproval.NO_DESIGN;
        }
        return approvalsIn(it).isEmpty() ? DesignApproval.REMOVED : DesignApproval.REMOVED_AFTER_APPROVAL;
    }

    private List<HairlineApproval> approvalsIn(Consultation it) {
        return mongo.find(Query.query(Criteria.where(CONSULTATION).is(it.id())), HairlineApproval.class);
    }

    private DesignApproval of(Consultation it, HairlineDesign drawn) {
        List<HairlineApproval> all = approvalsIn(it);
        if (all.isEmpty()) {
            return DesignApproval.MISSING;
        }
        return all.stream().anyMatch(one -> signedIn(one).design().equals(drawn))
                ? DesignApproval.APPROVED
                : DesignApproval.OUTDATED;
    }

    /** As it was drawn when it was signed. */
    Signed signedIn(HairlineApproval it) {
        return seals.open(it.signed(), it.clientId(), it.id(), SIGNED, Signed.class);
    }

    /** Latest first. */
    List<HairlineApproval> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in(CLIENT, client))
                        .with(Sort.by("_id").descending()),
                HairlineApproval.class);
    }

    @Override
    public void ensure(MongoDatabase database) {
        var approvals = database.getCollection("hairline_approvals");
        approvals.createIndex(ascending(CLIENT, "_id"));
        approvals.createIndex(ascending(CONSULTATION));
    }
}
