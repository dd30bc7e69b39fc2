package io.hairline.treatment.consultation;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.Caller;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.photo.NamedPhotos;
import io.hairline.treatment.photo.Photos;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Records consultations, puts them right, and opens what was found for who may know it. */
@Service
public class Consultations implements Indexes {

    private static final String FIELD = "findings";
    private static final String REASON = "reason";

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final ReferenceData referenceData;
    private final Photos photos;
    private final NamedPhotos namedPhotos;
    private final Clock clock;

    Consultations(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            ReferenceData referenceData,
            Photos photos,
            NamedPhotos namedPhotos,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.referenceData = referenceData;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.seals = seals;
        this.photos = photos;
        this.namedPhotos = namedPhotos;
        this.clock = clock;
    }

    Consultation record(Appointment appointment, Findings findings) {
        ConsultationId id = new ConsultationId(Ids.next(ConsultationId.PREFIX));
        return eventLog.once(Consultation.class, () -> {
            ClientId client = Consultation.requireHeld(appointment);
            findings.requireSense(LocalDate.ofInstant(clock.instant(), ZoneId.of(appointment.zone())));
            requireShown(findings.hairlinePhoto(), client);
            try {
                return eventLog.record(
                        Consultation.class,
                        () -> Consultation.record(
                                id, appointment, seals.seal(findings, client, id, FIELD), clock.instant()));
            } catch (DuplicateKeyException _) {
                throw Refusal.state("illegal-move", "This consultation is recorded already.");
            }
        });
    }

    /**
     * Puts other findings in the place of wrong ones, for the caller's own transaction.
     *
     * @param zone of the clinic
     * @throws Refusal {@code illegal-move} if they are the same; {@code invalid-input} if they name another photo than before, which isn't
     *     in the chart
     */
    public Change<Consultation> correct(Consultation wrong, Findings right, String reason, ZoneId zone, Caller by) {
        right.requireSense(LocalDate.ofInstant(wrong.recordedAt(), zone));
        Findings were = findingsOf(wrong);
        if (right.equals(were)) {
            throw Refusal.state("illegal-move", "This is what is recorded already, so there is nothing to correct.");
        }
        if (!Objects.equals(right.hairlinePhoto(), were.hairlinePhoto())) {
            requireShown(right.hairlinePhoto(), wrong.clientId());
        }
        return wrong.correct(
                seals.seal(right, wrong.clientId(), wrong.id(), FIELD),
                seals.seal(reason, wrong.clientId(), wrong.id(), REASON),
                by,
                clock.instant());
    }

    private void requireShown(@Nullable PhotoId photo, ClientId client) {
        if (photo != null) {
            namedPhotos.requireAllOf(client, List.of(photo), "hairline.photoId");
        }
    }

    /** As the API shows it. */
    public ConsultationView viewOf(Consultation it) {
        List<ConsultationView.Correction> corrections =
                Objects.requireNonNullElse(it.superseded(), List.<Consultation.Superseded>of()).stream()
                        .map(one -> corrected(it, one))
                        .toList();
        Findings findings = findingsOf(it);
        return ConsultationView.of(it, findings, isPictureGone(findings), corrections);
    }

    private ConsultationView.Correction corrected(Consultation it, Consultation.Superseded one) {
        Findings was = seals.open(one.findings(), it.clientId(), it.id(), FIELD, Findings.class);
        return new ConsultationView.Correction(
                was,
                one.at(),
                one.by(),
                referenceData.nameOf(one.practitionerId()),
                seals.open(one.reason(), it.clientId(), it.id(), REASON, String.class),
                isPictureGone(was));
    }

    private boolean isPictureGone(Findings findings) {
        @Nullable PhotoId drawn = findings.hairlinePhoto();
        return drawn != null && !photos.isShown(drawn);
    }

    public Consultation require(ConsultationId id) {
        return Optional.ofNullable(mongo.findById(id, Consultation.class)).orElseThrow(Refusal::notFound);
    }

    public Findings findingsOf(Consultation it) {
        return seals.open(it.findings(), it.clientId(), it.id(), FIELD, Findings.class);
    }

    /** Whether a hairline was drawn in findings that were put right since. */
    public boolean hadHairline(Consultation it) {
        return Objects.requireNonNullElse(it.superseded(), List.<Consultation.Superseded>of()).stream()
                .anyMatch(one -> seals.open(one.findings(), it.clientId(), it.id(), FIELD, Findings.class)
                                .hairline()
                        != null);
    }

    public Optional<Consultation> findFor(AppointmentId appointment) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("appointmentId").is(appointment)), Consultation.class));
    }

    /** Latest first. */
    public List<Consultation> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in("clientId", client))
                        .with(Sort.by("_id").descending()),
                Consultation.class);
    }

    /** Whether the client had no consultation after this one. */
    public boolean isLatest(Consultation it) {
        return of(it.clientId()).getFirst().id().equals(it.id());
    }

    /** What the last consultation found, for a forecast. */
    public Optional<Findings> latestFindings(ClientId client) {
        return of(client).stream().findFirst().map(this::findingsOf);
    }

    /** What the client's skin needs after a session, as it was seen last; nothing more than others if nobody looked. */
    public Set<SkinCare> skinCareOf(ClientId client) {
        return latestFindings(client).map(SkinCare::of).orElse(Set.of());
    }

    /** The last hairline that was drawn, of those that these clinics wrote down. */
    public Optional<HairlineDesign> designOf(ClientId client, Predicate<ClinicId> writtenIn) {
        return of(client).stream()
                .filter(it -> writtenIn.test(it.clinicId()))
                .map(it -> findingsOf(it).hairline())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var consultations = database.getCollection("consultations");
        consultations.createIndex(ascending("appointmentId"), new IndexOptions().unique(true));
        consultations.createIndex(ascending("clientId", "_id"));
    }
}
