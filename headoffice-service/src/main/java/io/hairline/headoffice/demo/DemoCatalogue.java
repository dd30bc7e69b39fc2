package io.hairline.headoffice.demo;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.CancellationTier;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import io.hairline.contracts.headoffice.BookingPolicy.HealingRule;
import io.hairline.headoffice.catalogue.ServiceDurations;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the demo franchise offers, and on which terms. */
final class DemoCatalogue {

    /** What scars are looked at through while they are treated. */
    static final String DERMATOSCOPE = "DERMATOSCOPE";

    /** A service of the catalogue. */
    record Item(
            String code,
            ServiceDurations minutes,
            Money listPrice,
            @Nullable String deviceKind) {
        Item with(String kind) {
            return new Item(code, minutes, listPrice, kind);
        }
    }

    static final List<Item> SERVICES = List.of(
            free("CONSULTATION", 45),
            free("PATCH_TEST", 15),
            treatment("SESSION_1", 240, 15, 950),
            treatment("SESSION_2", 210, 15, 750),
            treatment("SESSION_3", 150, 15, 600),
            treatment("SESSION_4", 150, 15, 450),
            treatment("SCAR", 120, 0, 550).with(DERMATOSCOPE),
            treatment("DENSITY", 180, 15, 850),
            treatment("TOUCH_UP", 120, 0, 400));

    static final BookingPolicy POLICY = new BookingPolicy(
            60,
            400,
            10,
            3,
            15,
            List.of(new CancellationTier(72, 100), new CancellationTier(48, 50), new CancellationTier(0, 0)),
            DepositRule.DEFAULT,
            HealingRule.DEFAULT,
            null,
            null);

    private DemoCatalogue() {}

    private static Item free(String code, int minutes) {
        return new Item(code, new ServiceDurations(minutes, 0, 0, 0), euro(0), null);
    }

    private static Item treatment(String code, int minutes, int practitionerExtra, int price) {
        return new Item(code, new ServiceDurations(minutes, 15, 15, practitionerExtra), euro(price), null);
    }

    private static Money euro(int amount) {
        return new Money(BigDecimal.valueOf(amount), "EUR");
    }
}
