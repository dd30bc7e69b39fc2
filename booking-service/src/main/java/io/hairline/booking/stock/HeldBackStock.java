package io.hairline.booking.stock;

import io.hairline.contracts.ClinicId;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A clinic may use nothing of what it has of a kind.
 *
 * @param id the clinic and the kind
 * @param kindCode {@code PIGMENT} or {@code NEEDLE}
 * @param reasonCode {@code RECALLED} or {@code QUARANTINED}
 */
@Document("held_back_stock")
@TypeAlias("heldBackStock")
public record HeldBackStock(@Id String id, ClinicId clinicId, String kindCode, String reasonCode, Instant since) {}
