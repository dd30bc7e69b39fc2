package io.hairline.booking.pastappointment;

import com.github.f4b6a3.ulid.Ulid;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.PastAppointmentId;
import io.hairline.contracts.booking.BookingEvent.PastAppointmentRecorded;
import io.hairline.kit.events.Aggregate;
import io.hairline.kit.events.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A record of the time before a clinic joined the brand.
 *
 * @param clientId the record under which the client is stored, even if it is merged into another
 * @param localStart by the clinic's clock
 * @param recordedBy the caller's subject
 */
@Document(PastAppointment.COLLECTION)
@TypeAlias("pastAppointment")
record PastAppointment(
        @Id PastAppointmentId id,
        long version,
        int schema,
        ClientId clientId,
        ClinicId clinicId,
        String serviceCode,
        LocalDateTime localStart,
        String zone,
        Outcome outcome,
        Instant recordedAt,
        String recordedBy)
        implements Aggregate {

    static final String COLLECTION = "past_appointments";
    private static final int SCHEMA = 1;
    private static final int RANDOM_BYTES = 10;

    /** How it ended. */
    enum Outcome {
        COMPLETED,
        NO_SHOW,
        CANCELLED
    }

    /** What the books say of it. */
    record Facts(
            ClientId clientId,
            ClinicId clinicId,
            String serviceCode,
            LocalDateTime localStart,
            Instant startsAt,
            String zone,
            Outcome outcome) {

        /** The same line of the same books gets the same id, with the time of the start, whenever it is read. */
        PastAppointmentId id() {
            String all = String.join("|", clientId.value(), clinicId.value(), serviceCode, localStart.toString());
            byte[] random = Arrays.copyOf(sha256(all), RANDOM_BYTES);
            String ulid = new Ulid(startsAt.toEpochMilli(), random).toString();
            return new PastAppointmentId(PastAppointmentId.PREFIX + "_" + ulid.toLowerCase(Locale.ROOT));
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    static Change<PastAppointment> record(Facts it, Instant now, String by) {
        PastAppointmentId id = it.id();
        return Change.to(
                new PastAppointment(
                        id,
                        1,
                        SCHEMA,
                        it.clientId(),
                        it.clinicId(),
                        it.serviceCode(),
                        it.localStart(),
                        it.zone(),
                        it.outcome(),
                        now,
                        by),
                new PastAppointmentRecorded(
                        id,
                        it.clientId(),
                        it.clinicId(),
                        it.serviceCode(),
                        it.localStart(),
                        it.outcome().name()));
    }

    @Override
    public String aggregateId() {
        return id.value();
    }
}
