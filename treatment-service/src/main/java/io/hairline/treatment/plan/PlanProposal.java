package io.hairline.treatment.plan;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.treatment.PlannedSession;
import io.hairline.kit.Refusal;
import io.hairline.treatment.pricing.SessionPricing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a practitioner proposes; one that makes no sense can't exist. */
record PlanProposal(
        ClientId clientId,
        ClinicId clinicId,
        AppointmentId consultationAppointmentId,
        PlanKind kind,
        List<SessionPricing> sessions,
        List<String> risksExplained,
        @Nullable NumbingOption numbing) {

    private static final List<String> IN_ORDER = List.of("SESSION_1", "SESSION_2", "SESSION_3", "SESSION_4");
    private static final Set<String> ALONE = Set.of("SCAR", "DENSITY");
    private static final String SESSIONS = "sessions";

    PlanProposal {
        sessions = List.copyOf(sessions);
        risksExplained = List.copyOf(risksExplained);
        List<String> codes = sessions.stream().map(SessionPricing::serviceCode).toList();
        List<String> numbered = codes.stream().filter(it -> !ALONE.contains(it)).toList();
        if (codes.isEmpty() || codes.size() > IN_ORDER.size()) {
            throw Refusal.input(SESSIONS, "must be one to four");
        }
        if (!numbered.equals(IN_ORDER.subList(0, numbered.size()))) {
            throw Refusal.input(SESSIONS, "must be SESSION_1, SESSION_2 … in order, SCAR or DENSITY");
        }
        if (Set.copyOf(codes).size() < codes.size()) {
            throw Refusal.input(SESSIONS, "must name each service once");
        }
        if (sessions.stream().anyMatch(it -> it.price().amount().signum() < 0)) {
            throw Refusal.input("sessions.price", "can't be negative");
        }
    }

    List<PlannedSession> planned() {
        return sessions.stream()
                .map(it -> new PlannedSession(it.serviceCode(), it.price()))
                .toList();
    }

    Money total() {
        return SessionPricing.total(sessions, sessions.getFirst().price().currency());
    }
}
