package io.hairline.treatment.referencedata;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.booking.AppointmentSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A time in booking's diary.
 *
 * @param clientId absent for some holds
 * @param courseId set if it is one of the sessions of a course
 * @param bookedByClient whether the client, and none of the staff, brought it to its clinic; absent if unknown
 * @param conflict why it can't take place as the clinic plans now, a code of booking's; absent when it can
 * @param chairId absent in copies from before it was kept
 */
@Document("appointments")
@TypeAlias("appointment")
public record Appointment(
        @Id AppointmentId id,
        AppointmentStatus status,
        @Nullable ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        String serviceCode,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String zone,
        @Nullable CourseId courseId,
        @Nullable Boolean bookedByClient,
        @Nullable String conflict,
        @Nullable ChairId chairId) {

    public static final String TOUCH_UP = "TOUCH_UP";

    static Appointment of(
            AppointmentId id,
            AppointmentStatus status,
            @Nullable ClientId client,
            AppointmentSlot slot,
            @Nullable CourseId course,
            boolean bookedByClient) {
        return new Appointment(
                id,
                status,
                client,
                slot.clinicId(),
                slot.practitionerId(),
                slot.serviceCode(),
                slot.startsAt(),
                slot.endsAt(),
                slot.localStart(),
                slot.zone(),
                course,
                bookedByClient,
                null,
                slot.chairId());
    }

    public boolean isBookedByClient() {
        return Boolean.TRUE.equals(bookedByClient);
    }

    public boolean isTouchUp() {
        return serviceCode.equals(TOUCH_UP);
    }

    public LocalDate localDay() {
        return localStart.toLocalDate();
    }
}
