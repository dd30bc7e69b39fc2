package io.hairline.treatment.demo;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.treatment.lot.Delivery;
import io.hairline.treatment.lot.LotKind;
import io.hairline.treatment.lot.Lots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Two lots for each clinic, the same every time: pigment and needles. */
@Component
@ConditionalOnBooleanProperty("hairline.demo")
class DemoStock {

    private static final Logger log = LoggerFactory.getLogger(DemoStock.class);
    private static final int PIGMENT = 1;
    private static final int NEEDLES = 2;
    private static final int GOOD_FOR_YEARS = 2;

    private static final Map<String, String> LABEL = Map.of(
            "USE_STATEMENT",
            "Mixture for use in tattoos or permanent make-up",
            "INGREDIENTS",
            "Aqua, CI 77266, Glycerin, Isopropyl Alcohol");

    private final Lots lots;
    private final Clock clock;

    DemoStock(Lots lots, Clock clock) {
        this.lots = lots;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void fill() {
        Thread.ofVirtual()
                .name("demo")
                .start(() -> new RequestContext("demo", Ids.next("cor"), null, null).run(() -> {
                    DemoIds.CLINICS.forEach(this::stock);
                    return DemoIds.CLINICS.size();
                }));
    }

    private void stock(String clinic) {
        LocalDate expiresOn =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(GOOD_FOR_YEARS);
        receive(clinic, PIGMENT, LotKind.PIGMENT, "Carbon Black", "CI 77266", 60, expiresOn);
        receive(clinic, NEEDLES, LotKind.NEEDLE, "Round liner cartridges", "3RL", 100, expiresOn);
    }

    private void receive(
            String clinic,
            int number,
            LotKind kind,
            String product,
            String colourIndex,
            int amount,
            LocalDate expiresOn) {
        try {
            lots.receive(
                    DemoIds.lot(clinic, number),
                    new Delivery(
                            DemoIds.clinic(clinic),
                            kind,
                            "Demo Supplies",
                            product,
                            colourIndex,
                            "D-" + clinic + number,
                            expiresOn,
                            BigDecimal.valueOf(amount),
                            null,
                            null,
                            kind == LotKind.PIGMENT ? LABEL : Map.of()));
        } catch (Refusal e) {
            log.debug("another instance received it clinic={} reason={}", clinic, e.slug());
        }
    }
}
