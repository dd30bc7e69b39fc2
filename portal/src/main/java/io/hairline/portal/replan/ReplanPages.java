package io.hairline.portal.replan;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.Apis;
import io.hairline.portal.brand.Appointment;
import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import io.hairline.portal.brand.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What both pages share: the sessions that must move, the times that are held for them, and the one confirmation. */
@Component
class ReplanPages {

    private static final String CHOICE = "choice-";
    private static final String BETWEEN = "|";

    private final Apis apis;
    private final Catalogue catalogue;
    private final BusinessTime time;

    ReplanPages(Apis apis, Catalogue catalogue, BusinessTime time) {
        this.apis = apis;
        this.catalogue = catalogue;
        this.time = time;
    }

    /** Puts the sessions on the page, and for how many seconds the times are still held. */
    void show(String course, Model model) {
        Api booking = apis.mine().booking();
        JsonNode replan =
                booking.get(JsonNode.class, "/courses/{id}/replan", course).path("replan");
        List<SessionToMove> sessions = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        replan.forEach(it -> {
            sessions.add(session(it, booking));
            it.path("offers")
                    .forEach(offer ->
                            ends.add(Instant.parse(offer.path("expiresAt").asString())));
        });
        model.addAttribute("course", course);
        model.addAttribute("sessions", sessions);
        model.addAttribute(
                "left",
                ends.stream()
                        .min(Comparator.naturalOrder())
                        .map(it -> Duration.between(time.now(), it).toSeconds())
                        .filter(it -> it > 0)
                        .orElse(null));
    }

    private SessionToMove session(JsonNode it, Api booking) {
        Appointment now = booking.get(
                Appointment.class,
                "/appointments/{id}",
                it.path("appointmentId").asString());
        List<SessionToMove.Offer> offers = it.path("offers")
                .valueStream()
                .map(offer -> new SessionToMove.Offer(
                        JsonMapper.shared().treeToValue(offer, Slot.class),
                        offer.path("holdId").asString()
                                + BETWEEN
                                + offer.path("holdToken").asString()))
                .toList();
        return new SessionToMove(
                now, catalogue.clinicName(now.clinicId()), it.path("reasonCode").asString(), offers);
    }

    /** Holds times anew. */
    void lookAgain(String once, String course) {
        var _ = apis.mine().booking().post(once, Map.of(), "/courses/{id}/replan-offers", course);
    }

    /** Moves all sessions to what was chosen, or none. */
    void confirm(String once, String course, Map<String, String> form) {
        List<Map<String, String>> moves = form.entrySet().stream()
                .filter(it -> it.getKey().startsWith(CHOICE))
                .map(it -> move(it.getKey().substring(CHOICE.length()), it.getValue()))
                .toList();
        var _ = apis.mine().booking().post(once, Map.of("moves", moves), "/courses/{id}/replan", course);
    }

    private static Map<String, String> move(String appointment, String choice) {
        List<String> parts = List.of(choice.split("\\|", 2));
        return Map.of(
                "appointmentId", appointment,
                "holdId", parts.getFirst(),
                "holdToken", Objects.requireNonNullElse(parts.size() > 1 ? parts.get(1) : null, "-"));
    }
}
