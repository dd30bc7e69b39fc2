package io.hairline.portal.chart.parts;

import io.hairline.portal.language.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A client's signature under a hairline, as it was drawn then. */
public record HairlineApproval(String consultationId, Consultation.Hairline design, Instant approvedAt) {

    /** The one of the hairline that a consultation has now. */
    public static Optional<HairlineApproval> of(Consultation it, List<HairlineApproval> all) {
        return all.stream()
                .filter(one ->
                        one.consultationId().equals(it.id()) && one.design().equals(it.hairline()))
                .findFirst();
    }

    public String words() {
        return Texts.text("hairline.signed", ChartDay.of(approvedAt));
    }
}
