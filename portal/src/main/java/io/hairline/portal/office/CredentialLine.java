package io.hairline.portal.office;

import io.hairline.portal.brand.BusinessTime;
import io.hairline.portal.brand.Catalogue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A paper that ends, such as a licence or a training, and whose it is, on a day. */
record CredentialLine<P extends CredentialLine.Paper>(P it, String name, LocalDate today) {

    /** What a practitioner holds until a day. */
    interface Paper {
        String practitionerId();

        LocalDate validUntil();

        /** The first day on which its end is warned of. */
        LocalDate warnFrom();
    }

    static <P extends Paper> List<CredentialLine<P>> of(List<P> papers, Catalogue catalogue, BusinessTime time) {
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        return papers.stream()
                .map(it -> new CredentialLine<>(it, catalogue.practitionerName(it.practitionerId()), today))
                .toList();
    }

    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, it.validUntil());
    }

    public boolean isOver() {
        return today.isAfter(it.validUntil());
    }

    public boolean isEnding() {
        return !isOver() && !today.isBefore(it.warnFrom());
    }
}
