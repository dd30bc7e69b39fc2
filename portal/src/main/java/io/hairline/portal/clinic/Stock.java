package io.hairline.portal.clinic;

import io.hairline.portal.api.Api;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.language.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A clinic's batches of pigment and needles. */
public final class Stock {

    private Stock() {}

    /** A batch; for needles the millilitres count pieces. */
    public record Lot(
            String id,
            @Nullable String maker,
            @Nullable String product,
            @Nullable String colourIndex,
            @Nullable String lotNumber,
            @Nullable LocalDate expiresOn,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal remainingMillilitres,
            @Nullable String status,
            @Nullable String kind,
            @Nullable Long version,
            @Nullable List<String> warnings,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate usableUntil,
            @Nullable Integer useWithinDays) {

        public List<String> warningWords() {
            return Objects.requireNonNullElse(warnings, List.<String>of()).stream()
                    .map(it -> CodeLabels.label("lot.warning", it))
                    .toList();
        }

        public String name() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }

        /** With its state where that forbids its use. */
        public String nameAndState() {
            return isUsable() ? name() : name() + " · " + statusWords();
        }

        public boolean isUsable() {
            return "RECEIVED".equals(status) || "IN_USE".equals(status);
        }

        /** More of it is wanted soon, or what is there is to be disposed of. */
        public boolean isToSeeTo() {
            return "EXPIRED".equals(status)
                    || !Objects.requireNonNullElse(warnings, List.<String>of()).isEmpty();
        }

        public boolean isInQuarantine() {
            return "QUARANTINED".equals(status);
        }

        /** Nothing more can be done with what was thrown away or used up. */
        public boolean isThere() {
            return !"DISPOSED".equals(status) && !"EMPTY".equals(status);
        }

        public String expires() {
            return expiresOn == null ? "–" : Texts.date(expiresOn);
        }

        /** Pigment in a closed bottle. */
        public boolean isToOpen() {
            return isUsable() && !isNeedle() && openedOn == null;
        }

        /** Since when it is open, and until when it may be used for that; empty while it is closed. */
        public String opened() {
            if (openedOn == null) {
                return "";
            }
            return usableUntil == null || usableUntil.equals(expiresOn)
                    ? Texts.text("lots.opened", Texts.date(openedOn))
                    : Texts.text("lots.opened-until", Texts.date(openedOn), Texts.date(usableUntil));
        }

        public String left() {
            return Texts.text("lot.left", plain(remainingMillilitres), plain(millilitres), unit());
        }

        private static String plain(@Nullable BigDecimal it) {
            return it == null ? "–" : Texts.number(it);
        }

        public boolean isNeedle() {
            return "NEEDLE".equals(kind);
        }

        public String unit() {
            return Texts.text(isNeedle() ? "lot.pieces" : "lot.millilitres");
        }

        public String statusWords() {
            return status == null ? "" : CodeLabels.label("lot.status", status);
        }

        public String look() {
            return status == null ? "" : "lot-" + CodeLabels.dashed(status);
        }
    }

    /** Something that the law wants to be read off a label. */
    public record LabelField(String kind, String code) {
        public String name() {
            return "labelFields." + code;
        }

        public String words() {
            return CodeLabels.label("lots.label", code);
        }
    }

    /** What is to be read off the labels of what arrives in a clinic. */
    public static List<LabelField> labelFields(CallerApis seen, String clinic) {
        return PagePart.of(
                        () -> seen.treatment().list(LabelField.class, "/lots/label-fields", Map.of("clinicId", clinic)))
                .or(List.of());
    }

    /**
     * A session that was signed with a lot that no session might use any more.
     *
     * @param status what the lot was then
     */
    public record HeldBackUse(
            String appointmentId,
            String serviceCode,
            Instant completedAt,
            String maker,
            String product,
            String lotNumber,
            String status) {
        public String lot() {
            return Texts.text("lot.name", maker, product, lotNumber);
        }

        public String statusWords() {
            return CodeLabels.label("lot.status", status);
        }

        public String look() {
            return "lot-" + CodeLabels.dashed(status);
        }

        public String session() {
            return CodeLabels.service(serviceCode) + " · "
                    + Texts.date(completedAt.atOffset(ZoneOffset.UTC).toLocalDate());
        }
    }

    /** The latest of a clinic. */
    static PagePart<List<HeldBackUse>> heldBackUses(CallerApis caller, String clinic) {
        return PagePart.of(
                () -> caller.treatment().list(HeldBackUse.class, "/lots/held-back-uses", Map.of("clinicId", clinic)));
    }

    /** What the clinic has some of, usable or not. */
    public static PagePart<List<Lot>> left(CallerApis caller, String clinic) {
        return PagePart.of(() -> caller.treatment().all(Lot.class, "/lots", Map.of("clinicId", clinic, "left", true)));
    }

    /** What a session that began then may name at its end. */
    public static PagePart<List<Lot>> nameable(CallerApis caller, String clinic, Instant began) {
        Map<String, Object> query = Map.of("clinicId", clinic, "usableSince", began);
        return PagePart.of(() -> caller.treatment().all(Lot.class, "/lots", query));
    }

    /** All that the clinic has ever received. */
    public static PagePart<List<Lot>> all(CallerApis caller, String clinic) {
        return PagePart.of(() -> caller.treatment().all(Lot.class, "/lots", Map.of("clinicId", clinic)));
    }

    /** A part of what was used up or disposed of. */
    static PagePart<Api.Page<Lot>> gone(CallerApis caller, String clinic, String cursor) {
        Map<String, Object> query = Map.of("clinicId", clinic, "left", false, "cursor", cursor);
        return PagePart.of(() -> caller.treatment().page(Lot.class, "/lots", query));
    }
}
