package io.hairline.treatment.session;

import io.hairline.contracts.LotId;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.Pigment;
import io.hairline.contracts.treatment.Zone;
import io.hairline.kit.input.Paragraphs;
import io.hairline.treatment.scalp.ScalpZone;
import io.hairline.treatment.session.SessionObservations.Numbing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the practitioner writes down when it is done.
 *
 * @param singleUse that needle and cups were sterile and used once; absent from programs that declare it elsewhere
 */
record SessionCompletion(
        @NotNull @Size(min = 1, max = 11) List<@NotNull @Valid Worked> zones,
        @NotNull @Valid NeedleUsed needle,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid InCup> pigments,

        @NotNull @DecimalMin("0.1") @DecimalMax("2.0") @Digits(integer = 1, fraction = 2) BigDecimal depthMillimetres,

        @NotNull @Min(0) @Max(10) Integer painScore,
        @NotNull @Valid Numbing numbing,
        @NotNull @Size(max = 10_000) @Paragraphs String notes,
        @Nullable @Size(max = 60) String machine,

        @Nullable @DecimalMin("1") @DecimalMax("20") @Digits(integer = 2, fraction = 1) BigDecimal volts,

        @Nullable @AssertTrue(message = "must be declared: needle and cups are sterile and used once") Boolean singleUse,

        @Nullable @Size(max = 2_000) @Paragraphs String reactions) {

    /**
     * What was done in a zone.
     *
     * @param density dots per square centimetre
     * @param passes how often the zone was gone over; absent if it wasn't counted
     */
    record Worked(
            @NotNull ScalpZone zone,
            @NotNull @Min(1) @Max(400) Integer density,
            @Nullable @Min(1) @Max(9) Integer passes) {}

    record NeedleUsed(
            @NotBlank @Size(max = 40) String configuration,
            @NotNull LotId lotId) {}

    /**
     * What went into a cup from one lot.
     *
     * @param dilution parts of water to one of pigment
     * @param cup lots with one number were mixed; absent if cups weren't numbered
     */
    record InCup(
            @NotNull LotId lotId,

            @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal millilitres,

            @NotNull @DecimalMin("0") @DecimalMax("60") @Digits(integer = 2, fraction = 2) BigDecimal dilution,

            @Nullable @Min(1) @Max(10) Integer cup) {}

    SessionWork work() {
        return new SessionWork(
                zones.stream()
                        .map(it -> new Zone(it.zone().name(), it.density()))
                        .toList(),
                new Needle(needle.configuration(), needle.lotId()),
                pigments.stream()
                        .map(it -> new Pigment(it.lotId(), it.millilitres(), it.dilution(), it.cup()))
                        .toList(),
                new SessionObservations(
                        depthMillimetres,
                        painScore,
                        numbing,
                        notes,
                        passesByZone(),
                        machine,
                        volts,
                        singleUse,
                        reactions));
    }

    private Map<ScalpZone, Integer> passesByZone() {
        Map<ScalpZone, Integer> passes = new EnumMap<>(ScalpZone.class);
        zones.forEach(it -> {
            if (it.passes() != null) {
                passes.put(it.zone(), it.passes());
            }
        });
        return passes;
    }
}
