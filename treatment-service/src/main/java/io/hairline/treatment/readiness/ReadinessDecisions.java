package io.hairline.treatment.readiness;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.healing.HealingFollowUp;
import io.hairline.treatment.patchtest.PatchTestFollowUp;
import io.hairline.treatment.questionnaire.QuestionnaireFollowUp;
import io.hairline.treatment.readiness.AppointmentReadiness.Answering;
import io.hairline.treatment.readiness.AppointmentReadiness.Overriding;
import io.hairline.treatment.readiness.ReadinessStep.StepOverride;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Keeps who answered for a red step, and tells when something comes in an appointment's way. */
@Service
public class ReadinessDecisions implements QuestionnaireFollowUp, HealingFollowUp, PatchTestFollowUp {

    private static final Set<String> NO_NEEDLE = Set.of("CONSULTATION", "PATCH_TEST");
    private static final String REASON = "reason";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final ReferenceData referenceData;
    private final ChartEncryption encryption;
    private final Clock clock;

    ReadinessDecisions(
            MongoTemplate mongo,
            EventLog eventLog,
            ReferenceData referenceData,
            ChartEncryption encryption,
            Clock clock) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.referenceData = referenceData;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * Keeps the answer of one of the staff for a step.
     *
     * @param requireOverridable refuses a step that can't be overridden as it is
     */
    void override(
            Appointment appointment,
            StepCode step,
            LocalDate day,
            Answering who,
            String reason,
            Runnable requireOverridable) {
        var _ = eventLog.once(AppointmentReadiness.class, () -> {
            requireOverridable.run();
            return eventLog.record(AppointmentReadiness.class, () -> {
                AppointmentReadiness decided = of(appointment);
                return decided.override(new Overriding(
                        step,
                        day,
                        who.subject(),
                        who.role(),
                        encryption.seal(reason, decided.clientId(), decided.id(), REASON),
                        clock.instant(),
                        who.practitionerId()));
            });
        });
    }

    Optional<StepOverride> find(Appointment appointment, StepCode step, LocalDate day) {
        return find(appointment.id())
                .flatMap(decided -> decided.overriding(step, day).map(it -> open(decided, it)));
    }

    private StepOverride open(AppointmentReadiness decided, Overriding it) {
        return new StepOverride(
                it.by(),
                referenceData.nameOf(it.practitionerId()),
                it.role(),
                encryption.open(it.reason(), decided.clientId(), decided.id(), REASON, String.class),
                it.at());
    }

    /**
     * An answer for a step, as it is kept.
     *
     * @param day the local day of the treatment for which it counts
     */
    public record Answer(StepCode step, LocalDate day, StepOverride override) {}

    /** Who answered for going on in these appointments, in the order of the answers; for whatever day. */
    public Map<AppointmentId, List<Answer>> answersIn(List<AppointmentId> appointments) {
        return kept(appointments)
                .collect(Collectors.toUnmodifiableMap(
                        AppointmentReadiness::id,
                        it -> it.overrides().stream()
                                .map(one -> new Answer(one.step(), one.day(), open(it, one)))
                                .toList()));
    }

    @Override
    public List<Change<?>> after(ClientId client, Predicate<Appointment> isBlocked) {
        return tell(client, StepCode.QUESTIONNAIRE, isBlocked);
    }

    @Override
    public List<Change<?>> after(ClientId client, boolean failed) {
        return tell(client, StepCode.PATCH_TEST, _ -> failed);
    }

    @Override
    public List<Change<?>> afterHealing(ClientId client, boolean delayed, @Nullable Integer retentionPercent) {
        return tell(client, StepCode.HEALING, _ -> delayed);
    }

    private List<Change<?>> tell(ClientId client, StepCode step, Predicate<Appointment> isBlocked) {
        return referenceData.appointmentsOf(client).stream()
                .filter(this::isToCome)
                .<Change<?>>map(it -> told(of(it), it, step, isBlocked.test(it)))
                .toList();
    }

    /** A step for which somebody answers on the day of the appointment is in nobody's way. */
    private static Change<AppointmentReadiness> told(
            AppointmentReadiness decided, Appointment it, StepCode step, boolean isBlocked) {
        boolean answeredFor = decided.overriding(step, it.localDay()).isPresent();
        return decided.at(it.clinicId()).block(step, isBlocked && !answeredFor);
    }

    /**
     * Tells of what a step has come to in each of these appointments, as far as that is new.
     *
     * @param isBlocked whether the step is in the way; empty if nothing is known of it
     */
    public void tell(
            List<Appointment> appointments, StepCode step, Function<Appointment, Optional<Boolean>> isBlocked) {
        List<Appointment> open = appointments.stream().filter(this::isToCome).toList();
        if (open.isEmpty()) {
            return;
        }
        var _ = eventLog.recordAll(AppointmentReadiness.class, () -> {
            Map<AppointmentId, AppointmentReadiness> known = of(open);
            return open.stream()
                    .flatMap(it -> isBlocked
                            .apply(it)
                            .map(now -> told(
                                    known.getOrDefault(it.id(), AppointmentReadiness.undecided(it)), it, step, now))
                            .stream())
                    .filter(it -> it.event() != null)
                    .toList();
        });
    }

    /** An appointment that moved has nothing in its way of what depends on its clinic and its day; answers whether it had. */
    public boolean forgetPlace(AppointmentId appointment) {
        Set<StepCode> blocked =
                find(appointment).map(AppointmentReadiness::blocked).orElse(Set.of());
        List<StepCode> ofPlace = Stream.of(StepCode.LOT, StepCode.LICENCE, StepCode.TRAINING)
                .filter(blocked::contains)
                .toList();
        for (StepCode step : ofPlace) {
            var _ = eventLog.record(
                    AppointmentReadiness.class,
                    () -> find(appointment).orElseThrow().block(step, false));
        }
        return !ofPlace.isEmpty();
    }

    private Map<AppointmentId, AppointmentReadiness> of(List<Appointment> appointments) {
        return kept(appointments.stream().map(Appointment::id).toList())
                .collect(Collectors.toUnmodifiableMap(AppointmentReadiness::id, Function.identity()));
    }

    private Stream<AppointmentReadiness> kept(List<AppointmentId> appointments) {
        return mongo.find(Query.query(Criteria.where("_id").in(appointments)), AppointmentReadiness.class).stream();
    }

    private boolean isToCome(Appointment it) {
        boolean open = it.status() == AppointmentStatus.CONFIRMED || it.status() == AppointmentStatus.CHECKED_IN;
        return open && !NO_NEEDLE.contains(it.serviceCode()) && it.endsAt().isAfter(clock.instant());
    }

    private AppointmentReadiness of(Appointment appointment) {
        return find(appointment.id()).orElseGet(() -> AppointmentReadiness.undecided(appointment));
    }

    private Optional<AppointmentReadiness> find(AppointmentId id) {
        return Optional.ofNullable(mongo.findById(id, AppointmentReadiness.class));
    }
}
