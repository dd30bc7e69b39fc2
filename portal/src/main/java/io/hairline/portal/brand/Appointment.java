package io.hairline.portal.brand;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.language.Texts;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client's time in the diary.
 *
 * @param heldUntil while it is held: until when it is kept
 * @param steps what the clinic may record of the visit now, as the service says; absent in lists
 */
public record Appointment(
        String id,
        long version,
        String status,
        @Nullable String clientId,
        String clinicId,
        String practitionerId,
        @Nullable String chairId,
        String serviceCode,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        LocalDateTime localStart,
        String zone,
        @Nullable String courseId,
        @Nullable Money noShowFee,
        @Nullable String conflict,
        @Nullable RelaxedRules override,
        @Nullable RelaxedRules graceOverride,
        @Nullable String deviceId,
        @Nullable Instant heldUntil,
        @Nullable Set<String> steps)
        implements Serializable {

    private static final Set<String> TO_COME = Set.of("HELD", "CONFIRMED", "CHECKED_IN", "IN_CHAIR");
    private static final Set<String> HERE = Set.of("CHECKED_IN", "IN_CHAIR");
    private static final Set<String> WITHOUT_NEEDLE = Set.of("CONSULTATION", "PATCH_TEST");
    private static final Set<String> CHANGEABLE = Set.of("CONFIRMED");
    private static final Set<String> WITH_ITS_COURSE = Set.of("HEALING_GAP", "OUT_OF_ORDER", "NOT_HEALED");

    /** Why a change was refused, on a page that shows the appointment as it is now. */
    public static ApiProblem refusal(ApiProblem why) {
        return why.is(ApiProblem.CHANGED_SINCE)
                ? ApiProblem.refused(why.status(), ApiProblem.CHANGED_SINCE, Texts.text("appointment.changed-since"))
                : why;
    }

    /** Whether somebody is treated in it; a consultation and a patch test need neither a plan nor what a session needs. */
    public boolean isTreatment() {
        return !WITHOUT_NEEDLE.contains(serviceCode);
    }

    public boolean isToCome() {
        return TO_COME.contains(status);
    }

    /** Whether it is still ahead; one that nobody kept, and nobody noted, isn't. */
    public boolean isToCome(Instant now) {
        return isToCome() && (HERE.contains(status) || endsAt.toInstant().isAfter(now));
    }

    /** Whether it is a session that is only kept until the deposit of its course is there. */
    public boolean awaitsDeposit() {
        return "HELD".equals(status) && courseId != null && heldUntil != null;
    }

    /** Until when it is kept, by the clinic's clock; empty where it isn't. */
    public String heldWords() {
        Instant until = heldUntil;
        if (until == null) {
            return "";
        }
        LocalDateTime there = LocalDateTime.ofInstant(until, ZoneId.of(zone));
        return Texts.text("when", Texts.day(there.toLocalDate()), Texts.time(there.toLocalTime()));
    }

    public boolean isChangeable() {
        return CHANGEABLE.contains(status);
    }

    /** Whether it can still be moved, as far as is known here: it is booked and hasn't begun. */
    public boolean isMovable(Instant now) {
        return isChangeable() && startsAt.toInstant().isAfter(now);
    }

    /** Whether another session of its course has come too close to it, so that it needs a new time. */
    public boolean isToReplan() {
        return conflict != null && courseId != null && WITH_ITS_COURSE.contains(conflict);
    }

    /** Whether the service would let the clinic record a step of the visit now. */
    public boolean can(String step) {
        return steps != null && steps.contains(step);
    }

    public boolean takesTime() {
        return isToCome() || "COMPLETED".equals(status) || "NO_SHOW".equals(status);
    }

    public String service() {
        return CodeLabels.service(serviceCode);
    }

    public String statusWords() {
        return CodeLabels.status(status);
    }

    /** For the style sheet. */
    public String look() {
        return "is-" + CodeLabels.dashed(status);
    }

    public String day() {
        return Texts.day(localStart.toLocalDate());
    }

    public String time() {
        return Texts.time(localStart.toLocalTime());
    }

    public String until() {
        return Texts.time(localEnd().toLocalTime());
    }

    /** By the clinic's clock, which may be changed in between. */
    public LocalDateTime localEnd() {
        return endsAt.atZoneSameInstant(ZoneId.of(zone)).toLocalDateTime();
    }

    /** The clinic's zone by name where the reader's own clock shows another time; nothing where it is the same. */
    public String zoneNote(String readersZone) {
        return offsetIn(readersZone).equals(offsetIn(zone)) ? "" : Texts.text("zone.note", zoneName());
    }

    private ZoneOffset offsetIn(String region) {
        return ZoneId.of(region).getRules().getOffset(startsAt.toInstant());
    }

    public String zoneName() {
        return Texts.zone(ZoneId.of(zone));
    }
}
