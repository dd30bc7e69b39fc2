package io.hairline.notification.schedule;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.TouchUpId;
import io.hairline.notification.ledger.PlannedMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that calls for messages, as far as they depend on it. All of its drafts follow from its state, so that a
 * message can be checked against it again in the moment before it leaves.
 */
public sealed interface MessageTrigger
        permits AppointmentTrigger,
                AftercareTrigger,
                CourseTrigger,
                EmailConfirmationTrigger,
                NoticeTrigger,
                PatchTestTrigger,
                TouchUpTrigger,
                WaitlistTrigger {

    String COLLECTION = "occasions";

    /** What it is found by: the aggregate, unless another trigger follows the same one. */
    String subject();

    /** The aggregate whose events it follows. */
    default String aggregateId() {
        return subject();
    }

    /** The topic of those events. */
    String source();

    ClientId clientId();

    ClinicId clinicId();

    List<PlannedMessage> drafts();

    /** When the client is taken to be at the clinic; null for never. */
    default @Nullable TimeAtClinic stay() {
        return null;
    }

    default @Nullable AppointmentId appointmentId() {
        return null;
    }

    /** The version that its messages are planned for; 0 without an appointment. */
    default long appointmentVersion() {
        return 0;
    }

    default @Nullable TouchUpId touchUpId() {
        return null;
    }

    /** The notice of a recall that it is about; null if it isn't about one. */
    default @Nullable RecallNoticeId recallNoticeId() {
        return null;
    }

    /**
     * The client's version whose address its letters go to, or that of a later one: they wait until it is here, and aren't for
     * another record of the client. 0 if any will do.
     */
    default long contactVersion() {
        return 0;
    }
}
