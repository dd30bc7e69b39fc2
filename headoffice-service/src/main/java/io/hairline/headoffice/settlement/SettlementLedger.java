package io.hairline.headoffice.settlement;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.royalty.RoyaltyBilling;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The entries of a month: those that events made, a credit for each free touch-up of another clinic's course, and what was
 * paid in one clinic for work in another.
 */
@Service
class SettlementLedger {

    private final SettlementStore store;
    private final RoyaltyBilling payments;
    private final ClinicDirectory clinics;
    private final BigDecimal credit;

    /** @param credit what a free touch-up is worth, in the currency of the clinic that does it; a rule of the brand */
    SettlementLedger(
            SettlementStore store,
            RoyaltyBilling payments,
            ClinicDirectory clinics,
            @Value("${hairline.headoffice.touch-up-credit:120}") BigDecimal credit) {
        this.store = store;
        this.payments = payments;
        this.clinics = clinics;
        this.credit = credit;
    }

    /** The latest first. */
    List<SettlementEntry> entries(String month) {
        List<SettlementEntry> entries = new ArrayList<>(store.entries(month));
        freeTouchUps(month).stream().map(this::credited).forEach(entries::add);
        store.paidWork(month).stream()
                .flatMap(it -> SettlementCalculation.entries(it).stream())
                .filter(it -> it.month().equals(month))
                .forEach(entries::add);
        return entries.stream()
                .sorted(Comparator.comparing(SettlementEntry::at)
                        .thenComparing(SettlementEntry::id)
                        .reversed())
                .toList();
    }

    /** Those of other clinics' courses that nobody paid for. */
    List<TouchUpDone> freeTouchUps(String month) {
        List<TouchUpDone> elsewhere = store.touchUps(month).stream()
                .filter(TouchUpDone::isFreeElsewhere)
                .toList();
        Set<AppointmentId> paid =
                payments.paidFor(elsewhere.stream().map(TouchUpDone::id).collect(Collectors.toSet()));
        return elsewhere.stream().filter(it -> !paid.contains(it.id())).toList();
    }

    SettlementEntry credited(TouchUpDone it) {
        ClinicId creditor = Objects.requireNonNull(it.treatedIn());
        String currency =
                clinics.find(creditor).map(clinic -> clinic.place().currency()).orElseThrow(Refusal::notFound);
        return new SettlementEntry(
                "touch-up." + it.id(),
                Kind.FREE_TOUCH_UP,
                Objects.requireNonNull(it.soldIn()),
                creditor,
                currency,
                new Money(credit, currency).amount().unscaledValue().longValueExact(),
                Objects.requireNonNull(it.month()),
                Objects.requireNonNull(it.day()),
                Objects.requireNonNull(it.at()),
                it.id().value(),
                Objects.requireNonNull(it.sessionId()),
                Objects.requireNonNull(it.sessionVersion()));
    }
}
