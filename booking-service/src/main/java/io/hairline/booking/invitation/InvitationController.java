package io.hairline.booking.invitation;

import io.hairline.booking.appointment.AppointmentAccess;
import io.hairline.booking.client.Clients;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.InvitationId;
import io.hairline.contracts.TouchUpId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invitations")
class InvitationController {

    private final TouchUpInvitations inviting;
    private final Clients clients;
    private final AppointmentAccess access;

    InvitationController(TouchUpInvitations inviting, Clients clients, AppointmentAccess access) {
        this.inviting = inviting;
        this.clients = clients;
        this.access = access;
    }

    record View(
            InvitationId id, TouchUpId touchUpId, ClientId clientId, List<AppointmentSlot> slots, Instant offeredAt) {
        static View of(Invitation it) {
            return new View(it.id(), it.touchUpId(), it.clientId(), it.slots(), it.offeredAt());
        }
    }

    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE},
            clients = true,
            guests = true)
    Page<View> ofClient(
            @RequestParam ClientId clientId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        InvitationId before = Page.position(cursor, InvitationId::new);
        if (!clients.has(clientId)
                || !access.maySee(clientId, clients.require(clientId).homeClinicId())) {
            throw Refusal.notFound();
        }
        return Page.of(
                        inviting.of(clientId, before, most + 1),
                        most,
                        it -> it.id().value())
                .map(View::of);
    }
}
