package io.hairline.treatment.matchcard;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.treatment.chartaccess.ChartReading;
import io.hairline.treatment.chartentry.Allergy;
import io.hairline.treatment.chartentry.ChartEntries;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.consultation.HairlineDesign;
import io.hairline.treatment.healing.HealingAssessments;
import io.hairline.treatment.healing.HealingAssessments.Retention;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.lot.Lots;
import io.hairline.treatment.matchcard.MatchCard.HealedPhoto;
import io.hairline.treatment.matchcard.MatchCard.HeldLot;
import io.hairline.treatment.matchcard.MatchCard.Shade;
import io.hairline.treatment.matchcard.MatchCard.Warning;
import io.hairline.treatment.matchcard.MatchCard.Work;
import io.hairline.treatment.matchcard.MatchCard.Zone;
import io.hairline.treatment.photo.Photo;
import io.hairline.treatment.photo.PhotoAngle;
import io.hairline.treatment.photo.PhotoStage;
import io.hairline.treatment.photo.Photos;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.session.SessionResult;
import io.hairline.treatment.session.Sessions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts a card together from what the reader may see of the chart. */
@Service
class MatchCards {

    private final Sessions sessions;
    private final Consultations consultations;
    private final HealingAssessments healing;
    private final Photos photos;
    private final Lots lots;
    private final ChartEntries entries;
    private final ReferenceData referenceData;

    MatchCards(
            Sessions sessions,
            Consultations consultations,
            HealingAssessments healing,
            Photos photos,
            Lots lots,
            ChartEntries entries,
            ReferenceData referenceData) {
        this.sessions = sessions;
        this.consultations = consultations;
        this.healing = healing;
        this.photos = photos;
        this.lots = lots;
        this.entries = entries;
        this.referenceData = referenceData;
    }

    /**
     * Whose card is read, for which clinic.
     *
     * @param appointmentId absent for a client without one there
     * @param day on which the clinic's stock is wanted: the appointment's, or today
     */
    record Place(@Nullable AppointmentId appointmentId, ClientId clientId, ClinicId clinicId, LocalDate day) {}

    MatchCard of(Place place, ChartReading reading) {
        ClientId client = place.clientId();
        CourseWork course = CourseWork.of(sessions.resultsOf(client).stream()
                .filter(it -> reading.covers(it.clinicId()))
                .toList());
        Map<LotId, Lot> used = lots.byId(course.lots());
        Map<LotId, LotStatus> held = lots.heldAmong(used.values());
        Optional<Work> last = course.last().map(it -> work(it, place, used, held));
        List<HealedPhoto> healed = healedPhotos(client, reading);
        List<Allergy> allergies = entries.allergiesOf(client, reading::covers);
        return new MatchCard(
                place.appointmentId(),
                client,
                place.clinicId(),
                design(client, reading),
                last.orElse(null),
                course.zones(),
                course.lots().stream()
                        .filter(held::containsKey)
                        .flatMap(it -> Stream.ofNullable(used.get(it)))
                        .map(it -> new HeldLot(
                                it.maker(), it.product(), it.lotNumber(), Objects.requireNonNull(held.get(it.id()))))
                        .toList(),
                healed,
                healing.retentionOf(client, reading::covers).stream()
                        .map(Retention::retentionPercent)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                allergies,
                warnings(last, held.values(), healed, allergies),
                reading.isWhole());
    }

    private @Nullable HairlineDesign design(ClientId client, ChartReading reading) {
        return consultations.designOf(client, reading::covers).orElse(null);
    }

    private Work work(SessionResult it, Place place, Map<LotId, Lot> used, Map<LotId, LotStatus> held) {
        return new Work(
                it.id(),
                it.clinicId(),
                referenceData.findClinic(it.clinicId()).map(Clinic::name).orElse(null),
                referenceData.nameOf(it.practitionerId()),
                it.serviceCode(),
                it.completedAt(),
                it.zones().stream()
                        .map(one -> new Zone(one.zoneCode(), one.density()))
                        .toList(),
                it.needle().configuration(),
                it.depthMillimetres(),
                it.pigments().stream()
                        .flatMap(one -> Stream.ofNullable(used.get(one.lotId()))
                                .map(lot -> shade(one, lot, held.get(lot.id()), place)))
                        .toList());
    }

    private Shade shade(Pigment it, Lot lot, @Nullable LotStatus heldStatus, Place place) {
        return new Shade(
                lot.maker(),
                lot.product(),
                lot.colourIndex(),
                lot.lotNumber(),
                it.millilitres(),
                it.dilution(),
                it.cup(),
                heldStatus,
                lots.hasUsableProduct(place.clinicId(), lot.maker(), lot.product(), place.day()));
    }

    private List<HealedPhoto> healedPhotos(ClientId client, ChartReading reading) {
        Map<PhotoAngle, Photo> newest = new EnumMap<>(PhotoAngle.class);
        photos.of(client).stream()
                .filter(it -> it.stage() == PhotoStage.HEALED && reading.covers(it.clinicId()))
                .forEach(it -> newest.putIfAbsent(it.angle(), it));
        return newest.values().stream()
                .map(it -> new HealedPhoto(it.id(), it.angle(), it.takenAt()))
                .toList();
    }

    private static List<Warning> warnings(
            Optional<Work> last, Collection<LotStatus> held, List<HealedPhoto> healed, List<Allergy> allergies) {
        List<Warning> all = new ArrayList<>();
        if (last.isEmpty()) {
            all.add(Warning.NOTHING_TO_MATCH);
        } else if (last.get().shades().stream().anyMatch(it -> !it.inStock())) {
            all.add(Warning.PIGMENT_NOT_IN_STOCK);
        }
        if (held.contains(LotStatus.RECALLED)) {
            all.add(Warning.LOT_RECALLED);
        }
        if (held.contains(LotStatus.QUARANTINED)) {
            all.add(Warning.LOT_QUARANTINED);
        }
        if (healed.isEmpty()) {
            all.add(Warning.NO_HEALED_PHOTO);
        }
        if (allergies.stream().anyMatch(Allergy::isOfMaterial)) {
            all.add(Warning.MATERIAL_ALLERGY);
        }
        return all;
    }
}
