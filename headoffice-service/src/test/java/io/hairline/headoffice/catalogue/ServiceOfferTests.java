package io.hairline.headoffice.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.Money;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ServiceOffered;
import io.hairline.kit.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ServiceOfferTests {

    private static final ServiceDurations MINUTES = new ServiceDurations(120, 15, 15, 0);
    private static final Money PRICE = new Money(BigDecimal.valueOf(400), "EUR");

    private final ServiceOffer touchUp = ServiceOffer.offer(
                    DemoIds.service("TOUCH_UP"), "TOUCH_UP", MINUTES, PRICE, null)
            .next();

    @Test
    void refusesMinutesOffTheGrid() {
        assertThatThrownBy(() -> new ServiceDurations(120, 15, 10, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.errors().getFirst().field()).isEqualTo("cleaningMinutes"));
    }

    @Test
    void saysNothingWhenNothingChanges() {
        assertThat(touchUp.offer(MINUTES, new Money(new BigDecimal("400.00"), "EUR"), null)
                        .event())
                .isNull();
    }

    @Test
    void keepsItsIdWhenItsPriceChanges() {
        ServiceOffer dearer = touchUp.offer(MINUTES, null, null).next();

        assertThat(dearer.id()).isEqualTo(touchUp.id());
        assertThat(dearer.version()).isEqualTo(2);
    }

    @Test
    void tellsWhichDeviceItNeeds() {
        ServiceOffer withLaser = touchUp.offer(MINUTES, PRICE, "LASER").next();

        assertThat(withLaser.deviceKind()).isEqualTo("LASER");
        assertThat(withLaser.offer(MINUTES, PRICE, "LASER").event()).isNull();
        assertThat(withLaser.offer(MINUTES, PRICE, null).event())
                .isInstanceOfSatisfying(
                        ServiceOffered.class, it -> assertThat(it.deviceKind()).isNull());
    }
}
