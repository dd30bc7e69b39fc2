package io.hairline.treatment.readiness;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessOverridden;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.PersonalData;
import io.hairline.treatment.referencedata.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What was decided about an appointment's readiness; the light itself is computed whenever it is asked for.
 *
 * @param version 0 before anything was decided
 * @param blocked the steps of which it was said that they are in the way
 */
@Document("readiness")
@TypeAlias("appointmentReadiness")
@PersonalData
record AppointmentReadiness(
        @Id AppointmentId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        List<Overriding> overrides,
        Set<StepCode> blocked)
        implements Aggregate {

    private static final int SCHEMA = 1;

    AppointmentReadiness {
        overrides = List.copyOf(overrides);
        blocked = Set.copyOf(blocked);
    }

    /**
     * Somebody answers for a step.
     *
     * @param day the local day of the treatment for which it counts; moved to another day, it counts no more
     * @param by subject
     * @param reason sealed
     * @param practitionerId who that is among those who treat in the clinic; absent for those who don't
     */
    record Overriding(
            StepCode step,
            LocalDate day,
            String by,
            Role role,
            Binary reason,
            Instant at,
            @Nullable PractitionerId practitionerId) {}

    /**
     * One of the staff who answers.
     *
     * @param practitionerId as that of {@link Overriding}
     */
    record Answering(String subject, Role role, @Nullable PractitionerId practitionerId) {}

    static AppointmentReadiness undecided(Appointment appointment) {
        return new AppointmentReadiness(
                appointment.id(),
                0,
                SCHEMA,
                Objects.requireNonNull(appointment.clientId()),
                appointment.clinicId(),
                List.of(),
                Set.of());
    }

    Change<AppointmentReadiness> override(Overriding it) {
        List<Overriding> all = new ArrayList<>(overrides);
        all.add(it);
        return Change.to(
                next(all, blocked),
                new ReadinessOverridden(
                        id, clientId, clinicId, it.step().name(), it.role().name()));
    }

    /** What was decided goes with an appointment that moves to another clinic. */
    AppointmentReadiness at(ClinicId clinic) {
        return new AppointmentReadiness(id, version, schema, clientId, clinic, overrides, blocked);
    }

    /** Says once that a step is in the way, and once that it isn't any more. */
    Change<AppointmentReadiness> block(StepCode step, boolean isBlocked) {
        if (blocked.contains(step) == isBlocked) {
            return Change.none(this);
        }
        Set<StepCode> now = EnumSet.noneOf(StepCode.class);
        now.addAll(blocked);
        if (isBlocked) {
            now.add(step);
        } else {
            now.remove(step);
        }
        return Change.to(
                next(overrides, now),
                isBlocked
                        ? new ReadinessBlocked(id, clientId, clinicId, step.name())
                        : new ReadinessUnblocked(id, clientId, clinicId, step.name()));
    }

    Optional<Overriding> overriding(StepCode step, LocalDate day) {
        return overrides.stream()
                .filter(it -> it.step() == step && it.day().equals(day))
                .findFirst();
    }

    private AppointmentReadiness next(List<Overriding> nextOverrides, Set<StepCode> nextBlocked) {
        return new AppointmentReadiness(id, version + 1, schema, clientId, clinicId, nextOverrides, nextBlocked);
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
