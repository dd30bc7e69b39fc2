package io.hairline.treatment.referencedata;

import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** The brand's rule for the time between two sessions, as head office published it last. */
@Document("healing_policies")
@TypeAlias("healingPolicy")
record HealingPolicy(@Id String id, HealingRule rule) {

    /** The one there is. */
    static final String BRAND = "brand";
}
