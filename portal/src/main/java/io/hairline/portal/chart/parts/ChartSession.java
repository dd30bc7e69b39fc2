package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was done in the chair; running while {@code IN_PROGRESS}. */
public record ChartSession(
        String id,
        String status,
        String appointmentId,
        String serviceCode,
        Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable List<Zone> zones,
        @Nullable Needle needle,
        @Nullable List<Pigment> pigments,
        @Nullable Money price,
        @Nullable BigDecimal depthMillimetres,
        @Nullable Integer painScore,
        @Nullable String notes,
        @Nullable String machine,
        @Nullable BigDecimal volts,
        @Nullable String reactions,
        @Nullable List<Addendum> addenda) {

    public List<Addendum> allAddenda() {
        return Objects.requireNonNullElse(addenda, List.of());
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

    public String depthWords() {
        return PigmentWords.number(depthMillimetres);
    }

    /** A part of the scalp, the dots per square centimetre there, and how often it was gone over. */
    public record Zone(String zone, int density, @Nullable Integer passes) {}

    /** The needle of a session. */
    public record Needle(
            @Nullable String configuration, @Nullable String lotId) {}

    /** A pigment: parts of water to one of pigment. */
    public record Pigment(
            @Nullable String lotId,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal dilution,
            @Nullable Integer cup) {}

    /** Words added to a signed session. */
    public record Addendum(Instant at, String text) {
        public String day() {
            return ChartDay.of(at);
        }
    }
}
