package io.hairline.portal.desk;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.language.Texts;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One movement of a client's money. */
record LedgerLine(
        OffsetDateTime at,
        @Nullable String kind,
        @Nullable Money amount,
        @Nullable Money balance,
        @Nullable Money tax,
        @Nullable Money tip) {

    /** What of it is tax and tip. */
    public String parts() {
        return Money.parts(tax, tip);
    }

    public String day() {
        return Texts.date(at.toLocalDate());
    }

    public String kindWords() {
        return kind == null ? "–" : CodeLabels.label("ledger", kind);
    }
}
