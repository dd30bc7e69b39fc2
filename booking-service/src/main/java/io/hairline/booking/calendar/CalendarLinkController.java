package io.hairline.booking.calendar;

import io.hairline.booking.client.Clients;
import io.hairline.booking.referencedata.Practitioner;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.Refusal;
import io.hairline.kit.security.AllowedFor;
import io.hairline.kit.security.Caller;
import io.hairline.kit.security.Callers;
import io.hairline.kit.security.SecurityProperties;
import io.hairline.kit.web.Page;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Secret links to calendars: a client's own, and a practitioner's by the staff of their clinics. */
@RestController
@RequestMapping("/api/v1/calendar-links")
class CalendarLinkController {

    private static final Role[] STAFF = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE};

    private final CalendarLinks links;
    private final Clients clients;
    private final ReferenceData referenceData;
    private final Callers callers;
    private final String portal;

    CalendarLinkController(
            CalendarLinks links,
            Clients clients,
            ReferenceData referenceData,
            Callers callers,
            SecurityProperties security) {
        this.links = links;
        this.clients = clients;
        this.referenceData = referenceData;
        this.callers = callers;
        this.portal = security.issuer();
    }

    /** One of the two. */
    record Whose(@Nullable ClientId clientId, @Nullable PractitionerId practitionerId) {}

    /** @param url for calendar programs; anybody who has it sees the times, services and clinics, and no names */
    record View(String id, String url, Instant madeAt) {}

    /** The link that there is, or a new one. */
    @PostMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true)
    @ResponseStatus(HttpStatus.CREATED)
    View make(@Valid @RequestBody Whose whose) {
        return view(links.make(checked(whose.clientId(), whose.practitionerId())));
    }

    /** One or none. */
    @GetMapping
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true)
    Page<View> list(
            @RequestParam(required = false) @Nullable ClientId clientId,
            @RequestParam(required = false) @Nullable PractitionerId practitionerId) {
        return Page.whole(links.of(checked(clientId, practitionerId)).stream()
                .map(this::view)
                .toList());
    }

    /** The address answers 404 from now on. */
    @DeleteMapping("/{id}")
    @AllowedFor(
            staff = {Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.HEAD_OFFICE},
            clients = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        CalendarLink link = links.find(id).orElseThrow(Refusal::notFound);
        boolean clients = link.whose().startsWith(ClientId.PREFIX);
        var _ = checked(clients ? new ClientId(link.whose()) : null, clients ? null : new PractitionerId(link.whose()));
        links.revoke(link);
    }

    /** A client's link is the client's alone: the desk sees the diary anyway. */
    private String checked(@Nullable ClientId client, @Nullable PractitionerId practitioner) {
        Caller caller = callers.current();
        if ((client == null) == (practitioner == null)) {
            throw Refusal.input("clientId", "give either clientId or practitionerId");
        }
        if (client != null) {
            if (!clients.require(client).isMadeOrIs(caller)) {
                throw Refusal.notFound();
            }
            return client.value();
        }
        Practitioner it =
                referenceData.practitioner(Objects.requireNonNull(practitioner)).orElseThrow(Refusal::notFound);
        if (it.clinicIds().stream().noneMatch(clinic -> caller.mayIn(clinic, STAFF))) {
            throw Refusal.notFound();
        }
        return it.id().value();
    }

    private View view(CalendarLink it) {
        return new View(it.id(), portal + "/api/v1/calendar-feeds/" + links.secretOf(it) + ".ics", it.madeAt());
    }
}
