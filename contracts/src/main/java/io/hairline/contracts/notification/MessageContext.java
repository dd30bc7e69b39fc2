package io.hairline.contracts.notification;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.TouchUpId;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about.
 *
 * @param appointmentVersion the appointment's version that the message was written for; 0 without an appointment
 * @param templateCode such as {@code TOUCH_UP_DUE}
 * @param channelCode such as {@code EMAIL} or {@code IN_APP}
 */
public record MessageContext(
        ClientId clientId,
        @Nullable ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        long appointmentVersion,
        @Nullable TouchUpId touchUpId,
        String templateCode,
        String channelCode) {}
