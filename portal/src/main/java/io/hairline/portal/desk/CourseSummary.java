package io.hairline.portal.desk;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import org.jspecify.annotations.Nullable;

/** A client's course in one line. */
record CourseSummary(
        String id,
        @Nullable String status,
        @Nullable Money total,
        @Nullable Deposit deposit) {

    /** What is asked for before the first session. */
    record Deposit(Money required, Money paid) {}

    public String statusWords() {
        return status == null ? "–" : CodeLabels.label("course.status", status);
    }
}
