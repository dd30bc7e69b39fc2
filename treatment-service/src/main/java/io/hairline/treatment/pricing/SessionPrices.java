package io.hairline.treatment.pricing;

import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.ServicePrice;
import io.hairline.kit.Refusal;
import io.hairline.treatment.referencedata.Clinic;
import io.hairline.treatment.referencedata.ReferenceData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Prices sessions in a clinic's currency, as the catalogue has it on the clinic's local day. */
@Service
public class SessionPrices {

    private final ReferenceData referenceData;
    private final Clock clock;

    SessionPrices(ReferenceData referenceData, Clock clock) {
        this.referenceData = referenceData;
        this.clock = clock;
    }

    /** Refuses a session without a price that the catalogue has none for, and a price in another currency. */
    public List<SessionPricing> of(Clinic clinic, List<WantedSession> sessions, boolean numbing) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zoneId());
        return IntStream.range(0, sessions.size())
                .mapToObj(it -> of("sessions[" + it + "].price", clinic, today, sessions.get(it), numbing))
                .toList();
    }

    private SessionPricing of(String field, Clinic clinic, LocalDate today, WantedSession it, boolean numbing) {
        Money price = it.price();
        if (price != null && !price.currency().equals(clinic.currency())) {
            throw Refusal.input(field, "must be in the clinic's currency, " + clinic.currency());
        }
        Optional<ServicePrice> catalogue =
                it.namesPriceAlone() ? Optional.empty() : referenceData.price(it.serviceCode(), clinic, today);
        if (catalogue.isPresent()) {
            return SessionPricing.of(it, catalogue.get(), numbing);
        }
        if (price == null) {
            throw Refusal.input(
                    field,
                    "must be given: the catalogue has no price of %s in %s"
                            .formatted(it.serviceCode(), clinic.currency()));
        }
        return SessionPricing.agreed(it, price);
    }
}
