package io.hairline.treatment.chartaccess;

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
    PHOTOS,
    HEALING_ASSESSMENT,
    HEALING_ASSESSMENTS,
    MATCH_CARD,
    AFTERCARE_REPLIES,
    CHART_ENTRY
}
