package io.hairline.treatment.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.ConsultationId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.treatment.TreatmentEvent.ConsultationCorrected;
import io.hairline.kit.Ids;
import io.hairline.kit.events.Change;
import io.hairline.kit.security.Assignment;
import io.hairline.kit.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsultationTests {

    private static final Instant HELD = Instant.parse("2027-03-01T10:00:00Z");
    private static final Instant LATER = HELD.plus(Duration.ofDays(3));
    private static final Binary WRONG = new Binary(new byte[] {1});
    private static final Binary RIGHT = new Binary(new byte[] {2});
    private static final Binary RIGHTER = new Binary(new byte[] {3});
    private static final Binary REASON = new Binary(new byte[] {9});

    @Test
    void keepsFindingsThatWereWrongToBeSeen() {
        Consultation held = held(List.of());
        PractitionerId kim = new PractitionerId(Ids.next(PractitionerId.PREFIX));
        Change<Consultation> once = held.correct(RIGHT, REASON, caller("per_1", held.clinicId(), kim), LATER);
        Consultation twice = once.next()
                .correct(RIGHTER, REASON, caller("per_2", held.clinicId(), null), LATER)
                .next();

        assertThat(once.event())
                .isEqualTo(new ConsultationCorrected(
                        twice.id(), twice.appointmentId(), twice.clientId(), twice.clinicId()));
        assertThat(twice.version()).isEqualTo(3);
        assertThat(twice.findings()).isEqualTo(RIGHTER);
        assertThat(twice.recordedAt()).isEqualTo(HELD);
        assertThat(twice.superseded())
                .containsExactly(
                        new Consultation.Superseded(WRONG, LATER, "per_1", kim, REASON),
                        new Consultation.Superseded(RIGHT, LATER, "per_2", null, REASON));
    }

    @Test
    void canBeCorrectedThoughItIsFromBeforeCorrections() {
        Consultation held = held(null);
        Consultation corrected = held.correct(RIGHT, REASON, caller("per_1", held.clinicId(), null), LATER)
                .next();

        assertThat(corrected.superseded()).hasSize(1);
    }

    private static Caller caller(String subject, ClinicId clinic, @Nullable PractitionerId practitioner) {
        Role role = practitioner == null ? Role.CLINIC_MANAGER : Role.PRACTITIONER;
        return new Caller(subject, List.of(new Assignment(role, null, clinic, practitioner)), _ -> Optional.empty());
    }

    private static Consultation held(@Nullable List<Consultation.Superseded> superseded) {
        return new Consultation(
                new ConsultationId(Ids.next(ConsultationId.PREFIX)),
                1,
                1,
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                new ClientId(Ids.next(ClientId.PREFIX)),
                new ClinicId(Ids.next(ClinicId.PREFIX)),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                HELD,
                WRONG,
                superseded);
    }
}
