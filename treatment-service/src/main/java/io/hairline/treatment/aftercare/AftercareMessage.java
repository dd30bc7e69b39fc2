package io.hairline.treatment.aftercare;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.MessageId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A message about the days after a session that was sent to a client, so that the client can answer it. */
@Document("aftercare_messages")
@TypeAlias("aftercareMessage")
record AftercareMessage(
        @Id MessageId id, ClientId clientId, @Nullable ClinicId clinicId) {}
