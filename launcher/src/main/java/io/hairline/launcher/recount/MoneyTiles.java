package io.hairline.launcher.recount;

import io.hairline.contracts.booking.BookingEvent.PaymentCaptured;
import io.hairline.contracts.booking.BookingEvent.PaymentRefunded;
import io.hairline.contracts.booking.BookingEvent.PrepaidSold;
import io.hairline.contracts.booking.BookingEvent.PrepaidTakenBack;
import java.math.BigDecimal;
import java.util.List;

/** What was collected: without tax, tips and what had been collected before. */
record MoneyTiles(RecountScope scope, List<RecordedEvent> booking) {

    void into(Tiles tiles) {
        RecordedEvent.all(booking, PaymentCaptured.class)
                .filter(it -> scope.has(it.text("paid", "clinicId"), it.time()) && isNewMoney(it))
                .forEach(it -> {
                    BigDecimal net =
                            paid(it, "amount").subtract(paid(it, "tax")).subtract(paid(it, "tip"));
                    tiles.add(
                            "collected "
                                    + it.data()
                                            .path("paid")
                                            .path("amount")
                                            .path("currency")
                                            .asString(),
                            net);
                });
        RecordedEvent.all(booking, PrepaidSold.class)
                .filter(it -> scope.has(it.text("clinicId"), it.time()))
                .forEach(it -> tiles.add(
                        "collected " + it.text("amount", "currency"), new BigDecimal(it.text("amount", "amount"))));
        RecordedEvent.all(booking, PrepaidTakenBack.class)
                .filter(it -> scope.has(it.text("clinicId"), it.time()))
                .forEach(it -> tiles.add(
                        "collected " + it.text("amount", "currency"),
                        new BigDecimal(it.text("amount", "amount")).negate()));
        RecordedEvent.all(booking, PaymentRefunded.class)
                .filter(it -> scope.has(it.text("paid", "clinicId"), it.time()) && isNewMoney(it))
                .forEach(it -> tiles.add(
                        "collected " + it.text("amount", "currency"),
                        refunded(it, "tax").add(refunded(it, "tip")).subtract(refunded(it, "amount"))));
    }

    /** Prepaid money was collected when it was sold. */
    private static boolean isNewMoney(RecordedEvent line) {
        return !List.of("GIFT_CARD", "PREPAID").contains(line.text("paid", "methodCode"));
    }

    private static BigDecimal paid(RecordedEvent line, String part) {
        return new BigDecimal(line.data().path("paid").path(part).path("amount").asString("0"));
    }

    private static BigDecimal refunded(RecordedEvent line, String part) {
        return new BigDecimal(line.data().path(part).path("amount").asString("0"));
    }
}
