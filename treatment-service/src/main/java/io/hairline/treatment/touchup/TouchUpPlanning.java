package io.hairline.treatment.touchup;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.PolicyField;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueWork;
import io.hairline.treatment.consultation.Consultations;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.questionnaire.HealthSummary;
import io.hairline.treatment.questionnaire.Questionnaires;
import io.hairline.treatment.referencedata.Appointment;
import io.hairline.treatment.referencedata.AppointmentStatus;
import io.hairline.treatment.referencedata.ReferenceData;
import io.hairline.treatment.referencedata.policy.ClinicPolicy;
import io.hairline.treatment.referencedata.policy.PolicyVersion;
import io.hairline.treatment.touchup.forecast.FadeReason;
import io.hairline.treatment.touchup.forecast.Forecast;
import io.hairline.treatment.touchup.forecast.ForecastSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Plans touch-ups, and takes each through what happens to it. */
@Service
@EnableConfigurationProperties(ForecastSettings.class)
public class TouchUpPlanning {

    private static final String REASONS = "reasons";
    /** For finding a time once its day has come, also if its window ends sooner: the client must have been told by then. */
    private static final Duration AT_LEAST = Duration.ofDays(30);

    private final EventLog eventLog;
    private final TouchUps touchUps;
    private final Consultations consultations;
    private final Questionnaires questionnaires;
    private final ReferenceData referenceData;
    private final ChartEncryption seals;
    private final DueWork dueWork;
    private final ForecastSettings settings;
    private final Clock clock;

    TouchUpPlanning(
            EventLog eventLog,
            TouchUps touchUps,
            Consultations consultations,
            Questionnaires questionnaires,
            ReferenceData referenceData,
            ChartEncryption seals,
            DueWork dueWork,
            ForecastSettings settings,
            Clock clock) {
        this.eventLog = eventLog;
        this.touchUps = touchUps;
        this.consultations = consultations;
        this.questionnaires = questionnaires;
        this.referenceData = referenceData;
        this.seals = seals;
        this.dueWork = dueWork;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a permanent course's last session means; for the caller's own transaction. */
    public List<Change<?>> planAfter(LastSession last, TouchUpId id) {
        return replacing(waiting(last.clientId()), last, id, TouchUpKind.TOUCH_UP);
    }

    /** What a temporary course's last session means: one look at the colour before it is gone. */
    public List<Change<?>> checkFadeAfter(LastSession last, TouchUpId id) {
        return replacing(waiting(last.clientId()), last, id, TouchUpKind.FADE_CHECK);
    }

    /** Whatever was forecast before is about a colour that has been treated since. */
    private List<Change<?>> replacing(List<TouchUp> before, LastSession last, TouchUpId id, TouchUpKind kind) {
        List<Change<?>> all = new ArrayList<>();
        before.forEach(it -> all.add(it.close()));
        all.add(scheduled(kind == TouchUpKind.FADE_CHECK ? check(last, id) : forecast(last, id)));
        return all;
    }

    private Change<TouchUp> forecast(LastSession last, TouchUpId id) {
        Set<FadeReason> reasons = reasonsOf(last.clientId());
        reasons.addAll(last.work().reasons(last.day(), settings));
        if (bookedAhead(last.clientId()).isPresent()) {
            dueWork.at(clock.instant(), TouchUpDueWork.KIND, id.value());
        }
        ClinicPolicy policy = policy(last.clinicId());
        Forecast when = Forecast.after(last.day(), reasons, policy.touchUp(), settings);
        return plan(
                last,
                id,
                new Expectation(when, reasons, policy.versionsOf(PolicyField.TOUCH_UP)),
                TouchUpKind.TOUCH_UP);
    }

    private Change<TouchUp> check(LastSession last, TouchUpId id) {
        ClinicPolicy policy = policy(last.clinicId());
        Forecast when = Forecast.ofTemporary(last.day(), policy.touchUp());
        return plan(
                last,
                id,
                new Expectation(when, Set.of(), policy.versionsOf(PolicyField.TOUCH_UP)),
                TouchUpKind.FADE_CHECK);
    }

    /** What is forecast, and why. */
    private record Expectation(Forecast when, Set<FadeReason> reasons, List<PolicyVersion> policy) {}

    private Change<TouchUp> plan(LastSession last, TouchUpId id, Expectation it, TouchUpKind kind) {
        return TouchUp.plan(id, last, it.when(), seal(it.reasons(), last.clientId(), id), it.policy(), kind);
    }

    /** What holds in a clinic now, on the day of planning. */
    private ClinicPolicy policy(ClinicId clinic) {
        return referenceData.policy(clinic, clock.instant());
    }

    /** What a touch-up's session means: this one is done, and the next one planned; for the caller's own transaction. */
    public List<Change<?>> closeAfter(LastSession last, TouchUpId nextId) {
        List<TouchUp> treated = Stream.concat(
                        touchUps.findBookedIn(last.appointmentId()).stream(), waiting(last.clientId()).stream())
                .toList();
        LastSession ofCourse = treated.stream()
                .findFirst()
                .map(it -> new LastSession(
                        last.appointmentId(),
                        last.clientId(),
                        last.clinicId(),
                        it.courseId(),
                        last.day(),
                        last.zone(),
                        last.work()))
                .orElse(last);
        boolean temporary = !treated.isEmpty() && treated.stream().allMatch(TouchUp::isFadeCheck);
        return replacing(treated, ofCourse, nextId, temporary ? TouchUpKind.FADE_CHECK : TouchUpKind.TOUCH_UP);
    }

    /** What a session within another course means: a forecast that waits is counted from this day on, until the course is done. */
    public List<Change<?>> renewAfter(LastSession last, TouchUpId nextId) {
        return waiting(last.clientId()).isEmpty() ? List.of() : closeAfter(last, nextId);
    }

    /**
     * More is known of the colour: reasons that are over and reasons that hold now, for every touch-up of the client that is
     * planned; for the caller's own transaction. The days are counted anew by the policy of today: until something like this is
     * learnt, what is planned keeps its days, also if a policy was published since.
     */
    public List<Change<?>> reconsider(ClientId client, Set<FadeReason> over, Set<FadeReason> now) {
        return touchUps.of(client).stream()
                .filter(TouchUp::isOpenToForecast)
                .<Change<?>>map(it -> {
                    List<FadeReason> before = reasonsOf(it);
                    Set<FadeReason> reasons = EnumSet.noneOf(FadeReason.class);
                    reasons.addAll(before);
                    reasons.removeAll(over);
                    reasons.addAll(now);
                    if (reasons.equals(Set.copyOf(before))) {
                        return Change.none(it);
                    }
                    ClinicPolicy policy = policy(it.clinicId());
                    Forecast when =
                            Forecast.after(Objects.requireNonNull(it.treatedOn()), reasons, policy.touchUp(), settings);
                    return scheduled(it.expect(
                            when, seal(reasons, it.clientId(), it.id()), policy.versionsOf(PolicyField.TOUCH_UP)));
                })
                .toList();
    }

    /**
     * A touch-up whose day hasn't come.
     *
     * @param treatedOn the day of the last session
     * @param zone of the clinic that treated the client last
     */
    public record Planned(TouchUpId id, ClientId clientId, ClinicId clinicId, LocalDate treatedOn, ZoneId zone) {}

    /** What is planned for a client, as far as a yearly question is of use for it. */
    public Optional<Planned> planned(TouchUpId id) {
        return touchUps.find(id)
                .filter(TouchUp::isOpenToForecast)
                .map(it -> new Planned(
                        it.id(),
                        it.clientId(),
                        it.clinicId(),
                        Objects.requireNonNull(it.treatedOn()),
                        ZoneId.of(it.zone())));
    }

    private Binary seal(Set<FadeReason> reasons, ClientId client, TouchUpId id) {
        return seals.seal(reasons.toArray(FadeReason[]::new), client, id, REASONS);
    }

    /** The client was in for a consultation: the colour was seen. */
    void lookAt(ClientId client) {
        waiting(client).stream().filter(TouchUp::isFadeCheck).forEach(it -> change(it.id(), TouchUp::lookAt));
    }

    void book(ClientId client, AppointmentId appointment, ClinicId where) {
        if (touchUps.findBookedIn(appointment).isEmpty()) {
            firstWaiting(client).ifPresent(it -> change(it.id(), found -> found.book(appointment, where)));
        }
    }

    void move(AppointmentId appointment, ClinicId where) {
        touchUps.findBookedIn(appointment).ifPresent(it -> change(it.id(), found -> found.book(appointment, where)));
    }

    void reopen(AppointmentId appointment, String reasonCode) {
        touchUps.findBookedIn(appointment)
                .ifPresent(it -> change(it.id(), found -> found.reopen(appointment, reasonCode)));
    }

    void contact(TouchUpId id, MessageId message) {
        if (touchUps.find(id).isPresent()) {
            change(id, it -> it.contact(message));
        }
    }

    /** Time has gone by: a client who has a time for it already needn't be told to find one. */
    void pass(TouchUpId id) {
        change(
                id,
                found -> (found.isFadeCheck() ? Optional.<Appointment>empty() : bookedAhead(found.clientId()))
                        .map(it -> found.book(it.id(), it.clinicId()))
                        .orElseGet(() -> found.passTo(clock.instant())));
    }

    /** A time to come that was booked for a touch-up before there was one to book it for. */
    private Optional<Appointment> bookedAhead(ClientId client) {
        return referenceData.appointmentsOf(client).stream()
                .filter(it -> it.isTouchUp()
                        && it.status() == AppointmentStatus.CONFIRMED
                        && it.startsAt().isAfter(clock.instant())
                        && touchUps.findBookedIn(it.id()).isEmpty())
                .findFirst();
    }

    private void change(TouchUpId id, Function<TouchUp, Change<TouchUp>> how) {
        eventLog.record(
                TouchUp.class, () -> scheduled(how.apply(touchUps.find(id).orElseThrow())));
    }

    private Change<TouchUp> scheduled(Change<TouchUp> change) {
        TouchUp next = change.next();
        next.nextStepAt()
                .map(it -> next.fellDue() ? notBefore(clock.instant().plus(AT_LEAST), it) : it)
                .ifPresent(it -> dueWork.at(it, TouchUpDueWork.KIND, next.aggregateId()));
        return change;
    }

    /** The client doesn't want to be asked about it any more. */
    TouchUp decline(TouchUpId id, Consumer<TouchUp> precondition) {
        return eventLog.record(TouchUp.class, () -> {
            TouchUp found = require(id);
            precondition.accept(found);
            return found.decline();
        });
    }

    TouchUp require(TouchUpId id) {
        return touchUps.find(id).orElseThrow(Refusal::notFound);
    }

    private static Instant notBefore(Instant earliest, Instant it) {
        return it.isBefore(earliest) ? earliest : it;
    }

    private List<TouchUp> waiting(ClientId client) {
        return touchUps.of(client).stream()
                .filter(it -> it.status().isWaiting())
                .toList();
    }

    private Optional<TouchUp> firstWaiting(ClientId client) {
        return waiting(client).stream().filter(it -> !it.isFadeCheck()).findFirst();
    }

    private Set<FadeReason> reasonsOf(ClientId client) {
        Set<FadeReason> reasons = EnumSet.noneOf(FadeReason.class);
        consultations.latestFindings(client).ifPresent(it -> reasons.addAll(FadeReason.ofSkin(it)));
        if (questionnaires.latest(client).filter(HealthSummary::outdoorWork).isPresent()) {
            reasons.add(FadeReason.OUTDOOR_WORK);
        }
        return reasons;
    }

    List<FadeReason> reasonsOf(TouchUp it) {
        return Arrays.asList(seals.open(it.reasons(), it.clientId(), it.id(), REASONS, FadeReason[].class));
    }
}
