package io.hairline.notification.clinic;

import io.hairline.contracts.ClinicId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A clinic as a message names it. */
@Document("clinics")
@TypeAlias("clinic")
public record Clinic(@Id ClinicId id, String name, String zone) {}
