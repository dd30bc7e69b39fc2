package io.hairline.headoffice.practitioner;

import io.hairline.contracts.PractitionerId;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A week that was replaced by another one; without shifts if the practitioner didn't belong to the clinic before.
 *
 * @param until the first local day of the clinic on which it no longer held
 */
@Document(FormerRota.COLLECTION)
@TypeAlias("formerRota")
record FormerRota(@Id String id, PractitionerId practitionerId, Rota rota, LocalDate until) {

    static final String COLLECTION = "former_rotas";

    static FormerRota of(PractitionerId practitioner, Rota rota, LocalDate until) {
        return new FormerRota(practitioner + "|" + rota.clinicId() + "|" + until, practitioner, rota, until);
    }
}
