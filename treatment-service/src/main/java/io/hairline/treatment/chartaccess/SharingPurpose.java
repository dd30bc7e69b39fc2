package io.hairline.treatment.chartaccess;

import static io.hairline.treatment.chartaccess.AccessedRecord.CHART;
import static io.hairline.treatment.chartaccess.AccessedRecord.CONSULTATION;
import static io.hairline.treatment.chartaccess.AccessedRecord.HEALED_PHOTO;
import static io.hairline.treatment.chartaccess.AccessedRecord.HEALING_ASSESSMENT;
import static io.hairline.treatment.chartaccess.AccessedRecord.HEALING_ASSESSMENTS;
import static io.hairline.treatment.chartaccess.AccessedRecord.PHOTO;
import static io.hairline.treatment.chartaccess.AccessedRecord.PHOTOS;
import static io.hairline.treatment.chartaccess.AccessedRecord.PLAN;
import static io.hairline.treatment.chartaccess.AccessedRecord.PLANS;
import static io.hairline.treatment.chartaccess.AccessedRecord.SESSION;
import static io.hairline.treatment.chartaccess.AccessedRecord.SESSIONS;

import java.util.Set;

/** What a client lets a clinic read for, and what that opens of other clinics' entries. */
public enum SharingPurpose {
    /** The clinic treats the client: the whole chart. */
    TREATMENT(AccessedRecord.ALL),
    /** What was found, planned and done, how it healed, and the photos; no answers about health, notes, forms or harms. */
    SECOND_OPINION(Set.of(
            CHART,
            CONSULTATION,
            PLAN,
            PLANS,
            SESSION,
            SESSIONS,
            PHOTO,
            PHOTOS,
            HEALED_PHOTO,
            HEALING_ASSESSMENT,
            HEALING_ASSESSMENTS,
            AccessedRecord.MATCH_CARD)),
    /** The client goes on there: the whole chart. */
    TRANSFER(AccessedRecord.ALL),
    /** The match card and its healed photos alone. */
    MATCH_CARD(Set.of(AccessedRecord.MATCH_CARD, HEALED_PHOTO));

    private final Set<AccessedRecord> opens;

    SharingPurpose(Set<AccessedRecord> opens) {
        this.opens = opens;
    }

    Set<AccessedRecord> opens() {
        return opens;
    }

    /** Whether the client goes to the clinic to be treated there. */
    boolean isForTreatment() {
        return this == TREATMENT || this == TRANSFER;
    }
}
