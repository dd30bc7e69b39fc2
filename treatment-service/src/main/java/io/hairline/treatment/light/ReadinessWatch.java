package io.hairline.treatment.light;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.readiness.ReadinessDecisions;
import io.hairline.treatment.readiness.StepCode;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.HealthRules;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.supply.StockOnHand;
import io.hairline.treatment.supply.Supplies;
import io.hairline.treatment.supply.Supply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a clinic's stock, at the licences and trainings of those who treat there and at its rules for the answers about health,
 * and tells of the appointments of the next two weeks whose light they turned red, or don't keep red any more. It looks at one of
 * them when it changes and at all on each new day, when lots, licences and trainings end, planned rules begin and appointments
 * come near.
 */
@Component
class ReadinessWatch implements DueWorkHandler {

    static final String KIND = "readiness-light";

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int AT_ONCE = 100;
    /** Many changes at a time are one look. */
    private static final long TOGETHER_MILLIS = 500;

    private static final String PART = "|";

    /** What is looked at. */
    enum Concern {
        STOCK,
        /** Licences and trainings. */
        STAFF,
        /** Answers about health, of which each client's are read. */
        ANSWERS
    }

    private final ReferenceData referenceData;
    private final Supplies supplies;
    private final Questionnaires questionnaires;
    private final ReadinessDecisions decisions;
    private final DueWork dueWork;
    private final Clock clock;

    ReadinessWatch(
            ReferenceData referenceData,
            Supplies supplies,
            Questionnaires questionnaires,
            ReadinessDecisions decisions,
            DueWork dueWork,
            Clock clock) {
        this.referenceData = referenceData;
        this.supplies = supplies;
        this.questionnaires = questionnaires;
        this.decisions = decisions;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Has a look at this in these clinics soon; in the caller's transaction. */
    void look(Concern concern, Collection<ClinicId> clinics) {
        long now = clock.instant().toEpochMilli();
        Instant soon = Instant.ofEpochMilli(now - Math.floorMod(now, TOGETHER_MILLIS) + TOGETHER_MILLIS);
        clinics.forEach(it -> dueWork.at(soon, KIND, it.value() + PART + concern));
    }

    /** The clinics in which somebody is to treat in the next two weeks. */
    List<ClinicId> clinicsOf(PractitionerId practitioner) {
        return referenceData
                .appointmentsWith(practitioner, clock.instant(), clock.instant().plus(AHEAD))
                .stream()
                .map(Appointment::clinicId)
                .distinct()
                .toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The subject is a clinic, what is looked at, which is all if it isn't named, and after the first hundred where to go on. */
    @Override
    public void run(DueItem item) {
        String[] parts = item.subject().split("\\|", 3);
        referenceData.findClinic(new ClinicId(parts[0])).ifPresent(clinic -> {
            if (parts.length < 3) {
                tomorrow(clinic);
            }
            if (parts.length == 1) {
                EnumSet.allOf(Concern.class).forEach(it -> tell(clinic, it, null));
            } else {
                tell(clinic, Concern.valueOf(parts[1]), parts.length == 2 ? null : parts[2]);
            }
        });
    }

    private void tomorrow(Clinic clinic) {
        LocalDate next = LocalDate.ofInstant(clock.instant(), clinic.zoneId()).plusDays(1);
        dueWork.at(
                next.atStartOfDay(clinic.zoneId()).toInstant(),
                KIND,
                clinic.id().value());
    }

    private void tell(Clinic clinic, Concern concern, @Nullable String after) {
        Instant now = clock.instant();
        List<Appointment> page = referenceData.appointmentsIn(clinic.id(), now, now.plus(AHEAD)).stream()
                .filter(it -> after == null || position(it).compareTo(after) > 0)
                .limit(AT_ONCE)
                .toList();
        switch (concern) {
            case STOCK -> tellOfStock(clinic, page, LocalDate.ofInstant(now, clinic.zoneId()));
            case STAFF -> {
                decisions.tell(page, StepCode.LICENCE, it -> lacksLicence(it, clinic));
                decisions.tell(page, StepCode.TRAINING, it -> lacksTraining(it, clinic));
            }
            case ANSWERS -> tellOfAnswers(clinic, page);
        }
        if (page.size() == AT_ONCE) {
            dueWork.at(now, KIND, String.join(PART, clinic.id().value(), concern.name(), position(page.getLast())));
        }
    }

    private void tellOfStock(Clinic clinic, List<Appointment> page, LocalDate today) {
        Map<LotKind, StockOnHand> stock = supplies.of(clinic.id());
        supplies.tell(clinic.id(), stock, today);
        decisions.tell(page, StepCode.LOT, it -> lacksMaterial(stock, it.localDay()));
    }

    private void tellOfAnswers(Clinic clinic, List<Appointment> page) {
        Map<LocalDate, HealthRules> rules = new HashMap<>();
        decisions.tell(
                page,
                StepCode.QUESTIONNAIRE,
                it -> questionnaires.areInTheWayOf(
                        it, rules.computeIfAbsent(it.localDay(), day -> referenceData.healthRules(clinic.id(), day))));
    }

    private static String position(Appointment it) {
        return it.startsAt() + "/" + it.id();
    }

    /** Nothing to say where a kind was simply never there: the light says so to those who book. */
    static Optional<Boolean> lacksMaterial(Map<LotKind, StockOnHand> stock, LocalDate day) {
        List<Supply> supplies = stock.values().stream().map(it -> it.on(day)).toList();
        if (supplies.stream().anyMatch(Supply::isLost)) {
            return Optional.of(true);
        }
        return supplies.stream().allMatch(Supply.USABLE::equals) ? Optional.of(false) : Optional.empty();
    }

    /** Nothing to say of somebody who never had a licence. */
    private Optional<Boolean> lacksLicence(Appointment it, Clinic clinic) {
        return referenceData
                .findPractitioner(it.practitionerId())
                .filter(practitioner -> practitioner.licences() != null)
                .map(practitioner -> !practitioner.isLicensed(clinic.jurisdiction(), it.localDay()));
    }

    /** Nothing to say of somebody of whom no training was ever recorded. */
    private Optional<Boolean> lacksTraining(Appointment it, Clinic clinic) {
        return referenceData
                .findPractitioner(it.practitionerId())
                .filter(practitioner -> practitioner.trainings() != null)
                .map(practitioner -> !practitioner
                        .lacks(clinic.jurisdiction(), it.localDay())
                        .isEmpty());
    }
}
