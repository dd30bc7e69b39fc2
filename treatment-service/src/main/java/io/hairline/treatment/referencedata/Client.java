package io.hairline.treatment.referencedata;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** A client of the brand, of whom treatment knows neither name nor address. */
@Document("clients")
@TypeAlias("client")
public record Client(@Id ClientId id, ClinicId homeClinicId) {}
