package io.hairline.contracts.notification;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.TouchUpId;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about.
 *
 * @param appointmentVersion the appointment's version that the message was written for; 0 without an appointment
 * @param templateCode such as {@code TOUCH_UP_DUE}
 * @param channelCode such as {@code EMAIL} or {@code IN_APP}
 * @param recallNoticeId the notice of a recall that the client is told of; absent in all other messages
 */
public record MessageContext(
        ClientId clientId,
        @Nullable ClinicId clinicId,
        @Nullable AppointmentId appointmentId,
        long appointmentVersion,
        @Nullable TouchUpId touchUpId,
        String templateCode,
        String channelCode,
        @Nullable RecallNoticeId recallNoticeId) {

    public MessageContext(
            ClientId clientId,
            @Nullable ClinicId clinicId,
            @Nullable AppointmentId appointmentId,
            long appointmentVersion,
            @Nullable TouchUpId touchUpId,
            String templateCode,
            String channelCode) {
        this(clientId, clinicId, appointmentId, appointmentVersion, touchUpId, templateCode, channelCode, null);
    }
}
