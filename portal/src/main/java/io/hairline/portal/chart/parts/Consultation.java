package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.input.SubmittedForm;
import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found before anything began.
 *
 * @param id absent, as version, clinic and day, in findings that were put right
 * @param hairlinePhotoWithdrawn whether the picture that the hairline names is out of the chart; absent for no
 */
public record Consultation(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String clinicId,
        @Nullable Instant recordedAt,
        @Nullable String indication,
        @Nullable String norwood,
        @Nullable String ludwig,
        @Nullable String fitzpatrick,
        @Nullable String skin,
        @Nullable String goals,
        @Nullable Hairline hairline,
        @Nullable HairLoss hairLoss,
        @Nullable Wish wish,
        @Nullable Expectations expectations,
        @Nullable List<Correction> corrections,
        @Nullable Examination examination,
        @Nullable Boolean hairlinePhotoWithdrawn) {

    /**
     * Findings that were put right.
     *
     * @param byName of who did; absent for those who don't treat
     * @param hairlinePhotoWithdrawn whether the picture that their hairline names is out of the chart; absent for no
     */
    public record Correction(
            Consultation was,
            Instant at,
            @Nullable String byName,
            String reason,
            @Nullable Boolean hairlinePhotoWithdrawn) {

        public boolean isPhotoWithdrawn() {
            return Boolean.TRUE.equals(hairlinePhotoWithdrawn);
        }

        /** When and by whom. */
        public String words() {
            return ChartDay.corrected(at, byName);
        }
    }

    /** The front line as it was drawn. */
    public record Hairline(
            String style,
            @Nullable Integer browDistanceMillimetres,
            @Nullable Integer recessionMillimetres,
            @Nullable String shade,
            @Nullable String photoId) {

        public String words() {
            return Texts.text(
                    "hairline.line",
                    CodeLabels.label("hairline.style", style),
                    number(browDistanceMillimetres),
                    number(recessionMillimetres),
                    shade == null ? "–" : shade);
        }

        private static String number(@Nullable Integer it) {
            return it == null ? "–" : it.toString();
        }
    }

    /** How the hair was lost. */
    public record HairLoss(
            @Nullable Integer sinceYear,
            @Nullable String course,
            @Nullable List<String> earlierTreatments,
            @Nullable String note) {

        public String words() {
            return Texts.text(
                    "hair-loss.line",
                    sinceYear == null ? "–" : sinceYear.toString(),
                    label("hair-loss.course", course),
                    earlierTreatments == null || earlierTreatments.isEmpty()
                            ? "–"
                            : earlierTreatments.stream()
                                    .map(it -> CodeLabels.label("hair-loss.earlier", it))
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** How the client wants to look. */
    public record Wish(
            @Nullable String shape,
            @Nullable String density,
            @Nullable String colour) {
        public String words() {
            return Texts.text(
                    "wish.line",
                    label("wish.shape", shape),
                    label("wish.density", density),
                    label("wish.colour", colour));
        }
    }

    /** What the scalp shows. */
    public record Examination(List<String> signs, @Nullable String note) {
        public String words() {
            return Texts.text(
                    "examination.line",
                    signs.isEmpty()
                            ? Texts.text("examination.nothing")
                            : signs.stream()
                                    .map(it -> CodeLabels.label("examination.sign", it))
                                    .collect(Collectors.joining(", ")));
        }
    }

    /** What the client said, and what was answered. */
    public record Expectations(String clientSaid, @Nullable String toldRealistic) {}

    private static String label(String prefix, @Nullable String code) {
        return code == null ? "–" : CodeLabels.label(prefix, code);
    }

    public String day() {
        return recordedAt == null ? "–" : ChartDay.of(recordedAt);
    }

    /** What the form that corrects it holds at first. */
    public SubmittedForm asForm() {
        return ConsultationForm.of(this);
    }

    public boolean isPhotoWithdrawn() {
        return Boolean.TRUE.equals(hairlinePhotoWithdrawn);
    }

    public List<Correction> allCorrections() {
        return corrections == null ? List.of() : corrections;
    }

    public String skinWords() {
        return label("skin", skin);
    }

    public String indicationWords() {
        return indication == null ? "–" : CodeLabels.label("indication", indication);
    }
}
