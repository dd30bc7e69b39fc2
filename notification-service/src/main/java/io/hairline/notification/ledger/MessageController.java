package io.hairline.notification.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger. An entry holds neither words nor addresses, so head office may read it too. */
@RestController
@RequestMapping("/api/v1/messages")
class MessageController {

    private static final Role[] STAFF = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    private final Messages messages;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final Callers callers;

    MessageController(Messages messages, EventLog eventLog, Callers callers, MergedIds mergedClients) {
        this.messages = messages;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.callers = callers;
    }

    record View(
            MessageId id,
            long version,
            MessageTemplate template,
            @JsonProperty("class") MessageClass messageClass,
            Channel channel,
            Instant plannedFor,
            MessageStatus status,
            @Nullable String reason,
            @Nullable AppointmentId appointmentId,
            long appointmentVersion,
            @Nullable TouchUpId touchUpId,
            ClientId clientId,
            @Nullable ClinicId clinicId,
            Instant usefulUntil,
            int attempts,
            @Nullable Instant sentAt) {

        static View of(Message it) {
            return new View(
                    it.id(),
                    it.version(),
                    it.template(),
                    it.template().messageClass(),
                    it.channel(),
                    it.dueAt(),
                    it.status(),
                    it.reason(),
                    it.about().appointmentId(),
                    it.about().appointmentVersion(),
                    it.about().touchUpId(),
                    it.about().clientId(),
                    it.about().clinicId(),
                    it.usefulUntil(),
                    it.attempts(),
                    it.sentAt());
        }
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true)
    Page<View> list(
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable AppointmentId appointmentId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Caller caller = reader();
        ClientId whose = clientId == null && appointmentId == null ? caller.clientId() : clientId;
        if (whose == null && appointmentId == null) {
            throw Refusal.input("clientId", "or appointmentId is needed");
        }
        int most = Page.limit(limit);
        List<Message> found = messages.of(whose, appointmentId, Page.position(cursor, MessageId::new), most + 1);
        Page<Message> page = Page.of(found, most, it -> it.id().value());
        List<View> visible = page.items().stream()
                .filter(it -> maySee(caller, it))
                .map(View::of)
                .toList();
        return new Page<>(visible, page.nextCursor());
    }

    /** Each thing that became of a message, with the rule that decided it. */
    @GetMapping("/{id}/explanation")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true)
    MessageExplanation explain(@PathVariable MessageId id) {
        Caller caller = reader();
        Message message = messages.find(id).filter(it -> maySee(caller, it)).orElseThrow(Refusal::notFound);
        return MessageExplanation.of(message, eventLog.history(id.value()));
    }

    private Caller reader() {
        Caller caller = callers.current();
        if (!caller.isStaff() && !caller.isClient()) {
            throw Refusal.forbidden();
        }
        return caller;
    }

    private boolean maySee(Caller caller, Message message) {
        if (!caller.isStaff()) {
            return mergedClients.same(message.about().clientId(), caller.clientId());
        }
        ClinicId clinic = message.about().clinicId();
        return clinic == null ? caller.has(Role.HEAD_OFFICE) : caller.mayIn(clinic, STAFF);
    }
}
