package io.hairline.headoffice.settlement;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.booking.BookingEvent.PrepaidRedeemed;
import io.hairline.contracts.booking.BookingEvent.PrepaidRestored;
import io.hairline.headoffice.clinic.ClinicDirectory;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import io.hairline.kit.consumer.EventConsumer;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** The clinic that sold a gift card or credit has the money: it owes it to the one where the money was used. */
@Component
class SettlementBookingConsumer implements EventConsumer<BookingEvent> {

    private final SettlementStore store;
    private final ClinicDirectory clinics;

    SettlementBookingConsumer(SettlementStore store, ClinicDirectory clinics) {
        this.store = store;
        this.clinics = clinics;
    }

    @Override
    public Class<BookingEvent> hears() {
        return BookingEvent.class;
    }

    @Override
    @SuppressWarnings("PatternMatchingInstanceof") // two kinds of many; the others move nothing between clinics
    public void on(BookingEvent event, ReceivedEvent received) {
        if (event instanceof PrepaidRedeemed it) {
            owes(it.soldInClinicId(), it.clinicId(), it.clinicId(), it.amount(), Kind.PREPAID_REDEEMED, received);
        } else if (event instanceof PrepaidRestored it) {
            owes(it.clinicId(), it.soldInClinicId(), it.clinicId(), it.amount(), Kind.PREPAID_RESTORED, received);
        }
    }

    private void owes(
            ClinicId debtor, ClinicId creditor, ClinicId used, Money amount, Kind kind, ReceivedEvent received) {
        if (debtor.equals(creditor)) {
            return;
        }
        LocalDate day = clinics.find(used)
                .map(it -> LocalDate.ofInstant(received.time(), it.place().zoneId()))
                .orElseThrow(() -> new IllegalStateException("Head office knows no clinic " + used));
        store.add(new SettlementEntry(
                received.subject() + "." + received.version(),
                kind,
                debtor,
                creditor,
                amount.currency(),
                amount.amount().unscaledValue().longValueExact(),
                YearMonth.from(day).toString(),
                day,
                received.time(),
                received.subject(),
                received.version()));
    }
}
