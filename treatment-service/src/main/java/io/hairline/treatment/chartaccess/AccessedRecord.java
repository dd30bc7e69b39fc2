package io.hairline.treatment.chartaccess;

import java.util.Set;

/** What was read of a chart. */
public enum AccessedRecord {
    CHART,
    CONSULTATION,
    QUESTIONNAIRE,
    PATCH_TEST,
    CONSENTS,
    PLAN,
    PLANS,
    SESSION,
    SESSIONS,
    ADVERSE_EVENT,
    ADVERSE_EVENTS,
    PHOTO,
    /** A photo of healed skin, such as a match card shows. */
    HEALED_PHOTO,
    PHOTOS,
    HEALING_ASSESSMENT,
    HEALING_ASSESSMENTS,
    MATCH_CARD,
    AFTERCARE_REPLIES,
    CHART_ENTRY;

    static final Set<AccessedRecord> ALL = Set.of(values());
}
