package io.hairline.headoffice.royalty;

import io.hairline.contracts.OwnerId;
import io.hairline.headoffice.clinic.Clinic;
import io.hairline.headoffice.clinic.Clinic.Tenure;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.network.NetworkManagement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names to whom a clinic belonged in the month of a statement; a later change of owner doesn't touch it. */
@Component
class StatementOwners {

    private final ClinicDirectory clinics;
    private final NetworkManagement network;

    StatementOwners(ClinicDirectory clinics, NetworkManagement network) {
        this.clinics = clinics;
        this.network = network;
    }

    /**
     * An owner through days of the month, both ends included.
     *
     * @param name of the company, as it is called now
     */
    record Span(OwnerId ownerId, String name, LocalDate from, LocalDate until) {}

    List<Span> of(RoyaltyStatement statement) {
        YearMonth month = YearMonth.parse(statement.month());
        return clinics
                .find(statement.clinicId())
                .map(it -> spans(it, month.atDay(1), month.atEndOfMonth()))
                .orElse(List.of())
                .stream()
                .map(it -> new Span(
                        it.ownerId(),
                        network.ownerName(it.ownerId()).orElse(it.ownerId().value()),
                        it.from(),
                        it.until()))
                .toList();
    }

    /** An owner's days in a span. */
    record Days(OwnerId ownerId, LocalDate from, LocalDate until) {}

    /** A move to another region alone makes no second span. */
    static List<Days> spans(Clinic clinic, LocalDate first, LocalDate last) {
        List<Days> spans = new ArrayList<>();
        for (Tenure it : clinic.during(first, last)) {
            LocalDate from = it.from().isBefore(first) ? first : it.from();
            if (spans.isEmpty()) {
                spans.add(new Days(it.ownerId(), from, last));
            } else if (!spans.getLast().ownerId().equals(it.ownerId())) {
                Days before = spans.removeLast();
                spans.add(new Days(before.ownerId(), before.from(), from.minusDays(1)));
                spans.add(new Days(it.ownerId(), from, last));
            }
        }
        return List.copyOf(spans);
    }
}
