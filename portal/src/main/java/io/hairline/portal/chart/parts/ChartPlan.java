package io.hairline.portal.chart.parts;

import io.hairline.portal.brand.CodeLabels;
import io.hairline.portal.brand.Money;
import io.hairline.portal.brand.Numbing;
import io.hairline.portal.brand.PricedSession;
import io.hairline.portal.brand.Risk;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a client was offered: each version by itself, with its exact prices and what was explained. */
public record ChartPlan(
        String id,
        String status,
        String kind,
        List<PricedSession> sessions,
        Money total,
        Instant proposedAt,
        @Nullable Instant acceptedAt,
        @Nullable List<String> risksExplained,
        @Nullable Numbing numbing) {

    public String kindWords() {
        return CodeLabels.label("plan.kind", kind);
    }

    public String statusWords() {
        return CodeLabels.label("plan.status", status);
    }

    public boolean isAccepted() {
        return status.equals("ACCEPTED");
    }

    /** The day on which it was signed; of one that wasn't, the day on which it was proposed. */
    public String day() {
        return ChartDay.of(acceptedAt == null ? proposedAt : acceptedAt);
    }

    /** The risks that were explained, of the catalogue's. */
    public List<Risk> risks(List<Risk> catalogue) {
        List<String> codes = Objects.requireNonNullElse(risksExplained, List.of());
        return catalogue.stream().filter(it -> codes.contains(it.code())).toList();
    }
}
