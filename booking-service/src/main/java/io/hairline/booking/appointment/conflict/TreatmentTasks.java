package io.hairline.booking.appointment.conflict;

import io.hairline.booking.appointment.Appointment;
import io.hairline.booking.appointment.AppointmentFollowUp;
import io.hairline.booking.appointment.Appointments;
import io.hairline.booking.appointment.Status;
import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.contracts.AftercareReplyId;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.treatment.HeldLot;
import io.hairline.contracts.treatment.TreatmentEvent;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareAsked;
import io.hairline.contracts.treatment.TreatmentEvent.AftercareReplied;
import io.hairline.contracts.treatment.TreatmentEvent.ChartHeadsSealed;
import io.hairline.contracts.treatment.TreatmentEvent.EmergencyAccessOpened;
import io.hairline.contracts.treatment.TreatmentEvent.HealingAssessed;
import io.hairline.contracts.treatment.TreatmentEvent.HealingReleaseEnded;
import io.hairline.contracts.treatment.TreatmentEvent.OfAdverseEventReport;
import io.hairline.contracts.treatment.TreatmentEvent.OfChartEntry;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsent;
import io.hairline.contracts.treatment.TreatmentEvent.OfConsultation;
import io.hairline.contracts.treatment.TreatmentEvent.OfIdentityCheck;
import io.hairline.contracts.treatment.TreatmentEvent.OfLot;
import io.hairline.contracts.treatment.TreatmentEvent.OfPatchTest;
import io.hairline.contracts.treatment.TreatmentEvent.OfPhoto;
import io.hairline.contracts.treatment.TreatmentEvent.OfPlan;
import io.hairline.contracts.treatment.TreatmentEvent.OfQuestionnaire;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecall;
import io.hairline.contracts.treatment.TreatmentEvent.OfRecallNotice;
import io.hairline.contracts.treatment.TreatmentEvent.OfSession;
import io.hairline.contracts.treatment.TreatmentEvent.OfSharingPass;
import io.hairline.contracts.treatment.TreatmentEvent.OfStock;
import io.hairline.contracts.treatment.TreatmentEvent.OfTouchUp;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAnswered;
import io.hairline.contracts.treatment.TreatmentEvent.SelfCheckAsked;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Opens a task when a client asks something after a treatment or says that the colour isn't right, and when a coming treatment
 * has no pigment or needles left, no practitioner with the training that is asked for, or a client whose answers or patch test
 * forbid it. Opens one, too, when a session was signed with a lot that nobody might use any more, and in the clinic that treated when
 * another one noted how the skin healed. Closes each when that is over. A licence that ends is a conflict of the diary, which has its
 * task already.
 */
@Component
class TreatmentTasks implements EventConsumer<TreatmentEvent>, AppointmentFollowUp, ClientFollowUp {

    private static final String CONSULTATION = "CONSULTATION";

    /** Which steps of a coming treatment are the desk's matter. */
    private static final Map<String, StepTask> STEPS = Map.of(
            "LOT", new StepTask(Task.Kind.NO_MATERIAL, "NO_LOT", "MATERIAL_THERE"),
            "TRAINING", new StepTask(Task.Kind.NO_TRAINING, "NO_TRAINING", "TRAINED"),
            "QUESTIONNAIRE", new StepTask(Task.Kind.ANSWERS_BLOCK, "ANSWERS_BLOCK", "ANSWERS_CLEAR"),
            "PATCH_TEST", new StepTask(Task.Kind.PATCH_TEST_FAILED, "PATCH_TEST_FAILED", "PATCH_TEST_REPEATED"));

    /** Why a lot may not have been used, the gravest first. */
    private static final List<String> REASONS = List.of("RECALLED", "QUARANTINED", "EXPIRED", "DISPOSED");

    private static final Set<Status> WAITING = Set.of(Status.CONFIRMED, Status.CHECKED_IN);

    private final Tasks tasks;
    private final Appointments appointments;
    private final EventLog eventLog;
    private final Clock clock;

    TreatmentTasks(Tasks tasks, Appointments appointments, EventLog eventLog, Clock clock) {
        this.tasks = tasks;
        this.appointments = appointments;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /**
     * The task about a step.
     *
     * @param reasonCode why it is opened
     * @param settled why it is done when the step is in the way no more
     */
    private record StepTask(Task.Kind kind, String reasonCode, String settled) {}

    @Override
    public Class<TreatmentEvent> hears() {
        return TreatmentEvent.class;
    }

    @Override
    public void on(TreatmentEvent event, ReceivedEvent received) {
        switch (event) {
            case AftercareReplied it -> asked(it.clinicId(), it.clientId(), it.aftercareReplyId());
            case AftercareAsked it -> asked(it.clinicId(), it.clientId(), it.aftercareReplyId());
            case AftercareAnswered it -> close(about(it.clientId(), it.aftercareReplyId()), "ANSWERED");
            case SelfCheckAnswered it -> answered(it);
            case HealingAssessed it ->
                assessed(
                        Objects.requireNonNullElse(it.treatedIn(), it.clinicId()),
                        it.clinicId(),
                        it.clientId(),
                        it.released() ? "HEALING_RELEASED" : "HEALING_DELAYED");
            case HealingReleaseEnded it
            when it.delayedSince() != null -> assessed(it.treatedIn(), it.clinicId(), it.clientId(), "HEALING_DELAYED");
            case HealingReleaseEnded _ -> {}
            case ReadinessBlocked it -> blocked(it);
            case ReadinessUnblocked it -> over(it.appointmentId(), it.stepCode(), StepTask::settled);
            case ReadinessOverridden it -> over(it.appointmentId(), it.stepCode(), _ -> "OVERRIDDEN");
            case SessionCompleted it -> signed(it);
            case OfLot _, OfStock _, OfSession _ -> {} // what they change for a visit comes as its readiness
            case OfConsultation _, OfPatchTest _, OfQuestionnaire _, OfIdentityCheck _, OfConsent _, OfPlan _ -> {}
            case OfTouchUp _, SelfCheckAsked _, OfPhoto _, OfChartEntry _ -> {}
            case OfRecall _, OfRecallNotice _, OfAdverseEventReport _, OfSharingPass _, EmergencyAccessOpened _ -> {}
            case TreatmentEvent.ClientDataErased _, ChartHeadsSealed _ -> {}
        }
    }

    /** A consultation that is booked is what the desk was to see to. */
    @Override
    public List<Change<?>> after(Change<Appointment> change) {
        return change.event() instanceof AppointmentBooked it
                        && it.slot().serviceCode().equals(CONSULTATION)
                ? done(tasks.openFor(it.clientId(), Task.Kind.COLOUR_CHECK), "CONSULTATION_BOOKED")
                : List.of();
    }

    @Override
    public Erased onErasure(Client client) {
        List<Task> open = tasks.openFor(client.id()).stream()
                .filter(it -> client.id().equals(it.clientId()) && it.kind() != Task.Kind.MESSAGE_FAILED)
                .toList();
        return new Erased(List.of(), List.of(), done(open, "CLIENT_ERASED"));
    }

    private List<Change<?>> done(List<Task> open, String because) {
        return open.stream()
                .<Change<?>>map(it -> it.done(because, clock.instant()))
                .toList();
    }

    private void signed(SessionCompleted it) {
        List<HeldLot> held = Objects.requireNonNullElse(it.heldLots(), List.of());
        REASONS.stream()
                .filter(why -> held.stream().anyMatch(lot -> why.equals(lot.statusCode())))
                .findFirst()
                .ifPresent(why -> keep(Task.open(
                        Task.Kind.HELD_LOT_USED, it.clinicId(), it.appointmentId(), "LOT_" + why, clock.instant())));
    }

    private void asked(ClinicId clinic, ClientId client, AftercareReplyId question) {
        keep(Task.answer(clinic, client, question, clock.instant()));
    }

    private void answered(SelfCheckAnswered it) {
        List<Task> open = tasks.openFor(it.clientId(), Task.Kind.COLOUR_CHECK);
        if (!Boolean.TRUE.equals(it.consultationSuggested())) {
            close(open, "ANSWERED_ANEW");
        } else if (open.isEmpty()) {
            keep(Task.lookAtColour(it.clinicId(), it.clientId(), clock.instant()));
        }
    }

    /** What was noted before counts no more. */
    private void assessed(ClinicId treatedIn, ClinicId seenIn, ClientId client, String reasonCode) {
        close(
                tasks.openFor(client, Task.Kind.HEALING_ELSEWHERE).stream()
                        .filter(it -> it.clinicId().equals(treatedIn))
                        .toList(),
                "ASSESSED_ANEW");
        if (!treatedIn.equals(seenIn)) {
            keep(Task.healingElsewhere(treatedIn, client, reasonCode, clock.instant()));
        }
    }

    /** An appointment that is over or cancelled by now is nobody's task. */
    private void blocked(ReadinessBlocked it) {
        StepTask step = STEPS.get(it.stepCode());
        if (step == null || !open(it.appointmentId(), step.kind()).isEmpty()) {
            return;
        }
        appointments
                .find(it.appointmentId())
                .filter(appointment -> WAITING.contains(appointment.status()))
                .ifPresent(appointment -> keep(Task.open(
                        step.kind(),
                        appointment.slot().clinicId(),
                        appointment.id(),
                        step.reasonCode(),
                        clock.instant())));
    }

    private void over(AppointmentId appointment, String stepCode, Function<StepTask, String> because) {
        StepTask step = STEPS.get(stepCode);
        if (step != null) {
            close(open(appointment, step.kind()), because.apply(step));
        }
    }

    private List<Task> open(AppointmentId appointment, Task.Kind kind) {
        return tasks.openFor(appointment).stream()
                .filter(it -> it.kind() == kind)
                .toList();
    }

    private List<Task> about(ClientId client, AftercareReplyId question) {
        return tasks.openFor(client, Task.Kind.CLIENT_QUESTION).stream()
                .filter(it -> question.equals(it.aftercareReplyId()))
                .toList();
    }

    private void keep(Change<Task> opened) {
        var _ = eventLog.record(Task.class, () -> opened);
    }

    private void close(List<Task> open, String because) {
        open.forEach(it -> {
            var _ = eventLog.record(Task.class, () -> tasks.require(it.id()).done(because, clock.instant()));
        });
    }
}
