package io.hairline.treatment.session;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.Zone;
import io.hairline.treatment.lot.Lot;
import io.hairline.treatment.lot.LotStatus;
import io.hairline.treatment.readiness.ReadinessStep.StepOverride;
import io.hairline.treatment.readiness.StepCode;
import io.hairline.treatment.scalp.ScalpZone;
import io.hairline.treatment.session.SessionObservations.Numbing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A session as those see it who may read the client's chart.
 *
 * @param healedFrom the first local day of the clinic on which the skin may be assessed as healed; absent before the end
 * @param mayAssessHealing whether the caller may note how the skin healed after it, once it is completed
 * @param overrides the steps of the light for which somebody answered on the day of the session; once it is completed
 * @param lots what the labels of its pigments and needles say, in the order in which the session names them
 */
record SessionView(
        SessionId id,
        long version,
        SessionStatus status,
        AppointmentId appointmentId,
        ClientId clientId,
        ClinicId clinicId,
        PractitionerId practitionerId,
        @Nullable ChairId chairId,
        String serviceCode,
        @Nullable CourseId courseId,
        @Nullable PlanId planId,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable LocalDate healedFrom,
        boolean mayAssessHealing,
        List<ZoneView> zones,
        @Nullable Needle needle,
        List<Pigment> pigments,
        @Nullable Money price,
        @Nullable BigDecimal depthMillimetres,
        @Nullable Integer painScore,
        @Nullable Numbing numbing,
        @Nullable String notes,
        @Nullable String machine,
        @Nullable BigDecimal volts,
        @Nullable Boolean singleUse,
        @Nullable String reactions,
        List<LotUsed> lots,
        List<AddendumView> addenda,
        List<StepOverrideView> overrides) {

    /**
     * A lot as its label is known by now.
     *
     * @param stateWhenSigned why no session might use it any more when this one was signed; absent if one might
     */
    record LotUsed(
            LotId lotId,
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            LocalDate expiresOn,
            @Nullable LotStatus stateWhenSigned) {
        static LotUsed of(Lot it, @Nullable LotStatus stateWhenSigned) {
            return new LotUsed(
                    it.id(),
                    it.maker(),
                    it.product(),
                    it.colourIndex(),
                    it.lotNumber(),
                    it.expiresOn(),
                    stateWhenSigned);
        }
    }

    /**
     * Words that were added to the signed session.
     *
     * @param by subject of the writer
     * @param byName what that person is called in the clinic; absent for those who don't treat
     */
    record AddendumView(Instant at, String by, @Nullable String byName, String text) {}

    /**
     * A step that was red, and who answered for going on.
     *
     * @param by subject of that person
     * @param byName as that of an addendum; absent for the client too
     * @param reason absent for the client
     */
    record StepOverrideView(
            StepCode stepCode,
            String by,
            @Nullable String byName,
            Role role,
            @Nullable String reason,
            Instant at) {
        static StepOverrideView of(StepCode step, StepOverride it) {
            return new StepOverrideView(step, it.by(), it.byName(), it.role(), it.reason(), it.at());
        }
    }

    /** Names the zone as the request does. */
    record ZoneView(String zone, int density, @Nullable Integer passes) {
        static ZoneView of(Zone it, @Nullable SessionObservations seen) {
            Map<ScalpZone, Integer> passes =
                    seen == null || seen.passes() == null ? Map.<ScalpZone, Integer>of() : seen.passes();
            return new ZoneView(it.zoneCode(), it.density(), passes.get(ScalpZone.valueOf(it.zoneCode())));
        }
    }

    static SessionView of(
            Session it,
            @Nullable LocalDate healedFrom,
            boolean mayAssessHealing,
            @Nullable SessionObservations seen,
            List<LotUsed> lots,
            List<AddendumView> addenda,
            List<StepOverrideView> overrides) {
        Optional<Session.Done> done = Optional.ofNullable(it.done());
        return new SessionView(
                it.id(),
                it.version(),
                it.status(),
                it.appointmentId(),
                it.clientId(),
                it.clinicId(),
                it.practitionerId(),
                it.chairId(),
                it.serviceCode(),
                it.courseId(),
                it.planId(),
                it.startedAt(),
                done.map(Session.Done::at).orElse(null),
                healedFrom,
                mayAssessHealing,
                done.map(Session.Done::zones).orElse(List.of()).stream()
                        .map(zone -> ZoneView.of(zone, seen))
                        .toList(),
                done.map(Session.Done::needle).orElse(null),
                done.map(Session.Done::pigments).orElse(List.of()),
                it.done() == null ? null : it.done().price(),
                part(seen, SessionObservations::depthMillimetres),
                part(seen, SessionObservations::painScore),
                part(seen, SessionObservations::numbing),
                part(seen, SessionObservations::notes),
                part(seen, SessionObservations::machine),
                part(seen, SessionObservations::volts),
                part(seen, SessionObservations::singleUse),
                part(seen, SessionObservations::reactions),
                lots,
                addenda,
                overrides);
    }

    private static <T> @Nullable T part(
            @Nullable SessionObservations seen, Function<SessionObservations, @Nullable T> which) {
        return seen == null ? null : which.apply(seen);
    }
}
