package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.clinic.Readiness;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done in the chair; running while {@code IN_PROGRESS}. */
public record ChartSession(
        String id,
        String status,
        String appointmentId,
        String clinicId,
        String practitionerId,
        @Nullable String chairId,
        String serviceCode,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable List<Zone> zones,
        @Nullable Needle needle,
        @Nullable List<Pigment> pigments,
        @Nullable Money price,
        @Nullable BigDecimal depthMillimetres,
        @Nullable Integer painScore,
        @Nullable Numbing numbing,
        @Nullable String notes,
        @Nullable String machine,
        @Nullable BigDecimal volts,
        @Nullable Boolean singleUse,
        @Nullable String reactions,
        @Nullable List<LotUsed> lots,
        @Nullable List<Addendum> addenda,
        @Nullable List<Overridden> overrides) {

    public List<Addendum> allAddenda() {
        return Objects.requireNonNullElse(addenda, List.of());
    }

    public List<Zone> allZones() {
        return Objects.requireNonNullElse(zones, List.of());
    }

    public List<Overridden> allOverrides() {
        return Objects.requireNonNullElse(overrides, List.of());
    }

    /** What is known of a lot that it used. */
    public @Nullable LotUsed lot(@Nullable String id) {
        return Objects.requireNonNullElse(lots, List.<LotUsed>of()).stream()
                .filter(it -> it.lotId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public String service() {
        return CodeLabels.service(serviceCode);
    }

    public String day() {
        return ChartDay.of(startedAt);
    }

    public String zonesWords() {
        return Objects.requireNonNullElse(zones, List.<Zone>of()).stream()
                .map(it -> CodeLabels.label("zone", it.zone()) + " " + it.density()
                        + (it.passes() == null ? "" : " (" + it.passes() + "×)"))
                .collect(Collectors.joining(", "));
    }

    public String needleWords() {
        String configuration = needle == null || needle.configuration() == null ? "–" : needle.configuration();
        return configuration
                + (machine == null ? "" : ", " + machine)
                + (volts == null ? "" : ", " + PigmentWords.number(volts) + " V");
    }

    /** The notes, and what the skin showed. */
    public String notesWords() {
        return (reactions == null ? "" : reactions + "\n") + (notes == null ? "" : notes);
    }

    public String pigmentWords() {
        return Objects.requireNonNullElse(pigments, List.<Pigment>of()).stream()
                .map(it -> PigmentWords.of(it.millilitres(), it.dilution(), it.cup()))
                .collect(Collectors.joining("; "));
    }

    public String voltsWords() {
        return PigmentWords.number(volts);
    }

    /** Whether the skin was numbed, and with what. */
    public String numbingWords() {
        return numbing == null ? "–" : numbing.words();
    }

    public String depthWords() {
        return PigmentWords.number(depthMillimetres);
    }

    /** Whether the skin was numbed, and with what. */
    public record Numbing(boolean used, @Nullable String product) {
        String words() {
            return used && product != null ? Texts.text("plan.numbing.with", product) : Texts.text(used ? "yes" : "no");
        }
    }

    /**
     * What the label of a lot says.
     *
     * @param stateWhenSigned why no session might use it any more when this one was signed; absent if one might
     */
    public record LotUsed(
            String lotId,
            String maker,
            String product,
            String colourIndex,
            String lotNumber,
            LocalDate expiresOn,
            @Nullable String stateWhenSigned) {
        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }

        public String expires() {
            return Texts.date(expiresOn);
        }

        /** Empty where there is nothing to say. */
        public String stateWords() {
            return stateWhenSigned == null
                    ? ""
                    : Texts.text("chart.record.state", CodeLabels.label("lot.status", stateWhenSigned));
        }
    }

    /** A part of the scalp, the dots per square centimetre there, and how often it was gone over. */
    public record Zone(String zone, int density, @Nullable Integer passes) {
        public String name() {
            return CodeLabels.label("zone", zone);
        }
    }

    /** The needle of a session. */
    public record Needle(
            @Nullable String configuration, @Nullable String lotId) {}

    /** A pigment: parts of water to one of pigment. */
    public record Pigment(
            @Nullable String lotId,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal dilution,
            @Nullable Integer cup) {}

    /**
     * A step of the light that was red, and who answered for going on.
     *
     * @param byName absent for those who don't treat, and for the client
     * @param reason absent for the client
     */
    public record Overridden(
            String stepCode,
            String role,
            @Nullable String byName,
            @Nullable String reason,
            Instant at) {
        public String step() {
            return CodeLabels.label("step", stepCode);
        }

        public String words() {
            return new Readiness.StepOverride(role, byName, reason).words();
        }
    }

    /**
     * Words added to a signed session.
     *
     * @param byName of the writer; absent for those who don't treat
     */
    public record Addendum(Instant at, @Nullable String byName, String text) {
        public String words() {
            return Texts.text(
                    "chart.record.addendum",
                    ChartDay.of(at),
                    Objects.requireNonNullElseGet(byName, () -> Texts.text("chart.corrected.staff")));
        }
    }
}
