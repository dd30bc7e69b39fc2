package io.hairline.treatment.sharing;

/** Why somebody opens a chart in an emergency, in a word that says nothing of the client's health. */
enum EmergencyReason {
    CLIENT_PRESENT,
    CLIENT_CALLED,
    PHYSICIAN_ASKED,
    OTHER
}
