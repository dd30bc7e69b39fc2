package io.hairline.booking.referencedata;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.headoffice.BookingPolicy;
import io.hairline.contracts.headoffice.BookingPolicy.DepositRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a client who doesn't come owes beside the deposit, by the policy of the booking. */
@Component
public class NoShowFees {

    private final ReferenceData referenceData;

    NoShowFees(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /** In the clinic's currency, rounded to its digits; empty for services that are free, and if the policy has no fee. */
    public Optional<Money> of(BookingPolicy policy, String serviceCode, ClinicId clinic) {
        BigDecimal fee = Objects.requireNonNullElse(policy.deposit(), DepositRule.DEFAULT)
                .noShowFee();
        return fee.signum() == 0 || referenceData.isFree(serviceCode)
                ? Optional.empty()
                : referenceData
                        .clinic(clinic)
                        .map(Clinic::currency)
                        .filter(it -> Currencies.digits(it) >= 0)
                        .map(it -> new Money(fee.setScale(Currencies.digits(it), RoundingMode.HALF_UP), it));
    }
}
