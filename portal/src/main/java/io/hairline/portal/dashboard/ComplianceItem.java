package io.hairline.portal.dashboard;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that has to be in order: a licence, a training, or an emergency access with the fields of its own. */
record ComplianceItem(
        String kind,
        String clinicId,
        @Nullable String displayName,
        @Nullable String training,
        @Nullable String jurisdiction,
        @Nullable LocalDate validUntil,
        @Nullable Long daysLeft,
        @Nullable String state,
        @Nullable String emergencyAccessId,
        @Nullable String clientId,
        @Nullable String openedBy,
        @Nullable String openedByName,
        @Nullable String reasonCode,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate reviewBy,
        @Nullable String appointmentId,
        @Nullable String stepCode,
        @Nullable String overriddenByName,
        @Nullable LocalDate overriddenOn,
        @Nullable Integer daysUsed,
        @Nullable String month,
        @Nullable Long charts,
        @Nullable Integer years) {

    public String kindWords() {
        return training == null
                ? CodeLabels.label("compliance.kind", kind)
                : CodeLabels.label("trainings.kind", training);
    }

    public String stateWords() {
        return state == null ? "" : CodeLabels.label("compliance.state", state);
    }

    public String until() {
        return validUntil == null ? "" : Texts.date(validUntil);
    }

    public String look() {
        return isValid() ? "" : "warn";
    }

    boolean isValid() {
        return "VALID".equals(state);
    }

    boolean isGuest() {
        return daysUsed != null;
    }

    boolean isRetention() {
        return charts != null;
    }

    public String monthWords() {
        return month == null ? "" : Texts.month(YearMonth.parse(month));
    }

    boolean isOverride() {
        return stepCode != null;
    }

    public String step() {
        return stepCode == null ? "" : CodeLabels.label("step", stepCode);
    }

    public String overridden() {
        return overriddenOn == null ? "" : Texts.date(overriddenOn);
    }

    boolean isEmergency() {
        return emergencyAccessId != null;
    }

    public String who() {
        return Objects.requireNonNullElse(openedByName, Objects.requireNonNullElse(openedBy, ""));
    }

    public String reasonWords() {
        return reasonCode == null ? "" : CodeLabels.label("emergency.reason", reasonCode);
    }

    public String opened() {
        return openedOn == null ? "" : Texts.date(openedOn);
    }

    public String due() {
        return reviewBy == null ? "" : Texts.date(reviewBy);
    }

    public boolean isLate() {
        return daysLeft != null && daysLeft < 0;
    }
}
