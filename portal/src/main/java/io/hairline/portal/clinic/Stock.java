package io.hairline.portal.clinic;

import io.hairline.portal.api.Apis.Seen;
import io.hairline.portal.api.PagePart;
import io.hairline.portal.brand.CodeLabels;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clinic's batches of pigment and needles. */
final class Stock {

    private Stock() {}

    record Lot(
            String id,
            @Nullable String maker,
            @Nullable String product,
            @Nullable String colourIndex,
            @Nullable String lotNumber,
            @Nullable String expiresOn,
            @Nullable BigDecimal millilitres,
            @Nullable BigDecimal remainingMillilitres,
            @Nullable String status,
            @Nullable String kind) {

        public String name() {
            return maker + " " + product + ", lot " + lotNumber;
        }

        public boolean isNeedle() {
            return "NEEDLE".equals(kind);
        }

        public String unit() {
            return isNeedle() ? "pieces" : "ml";
        }

        public String statusWords() {
            return status == null ? "" : CodeLabels.plain(status);
        }

        public String look() {
            return status == null ? "" : "lot-" + CodeLabels.dashed(status);
        }
    }

    static PagePart<List<Lot>> lots(Seen seen, String clinic) {
        return PagePart.of(() -> seen.treatment().list(Lot.class, "/lots", Map.of("clinicId", clinic, "limit", 100)));
    }
}
