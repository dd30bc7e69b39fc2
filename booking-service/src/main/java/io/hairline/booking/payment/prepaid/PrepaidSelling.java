package io.hairline.booking.payment.prepaid;

import io.hairline.booking.payment.amount.GivenAmount;
import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.booking.payment.provider.ProviderCalls;
import io.hairline.booking.payment.provider.ProviderRetries;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.contracts.PrepaidId;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sells gift cards and credit. As with payments, the sale is recorded before the provider is asked. */
@Service
public class PrepaidSelling implements DueWorkHandler {

    private static final String KIND = "prepaid-settling";

    private final PrepaidAccounts accounts;
    private final GiftCardCodes codes;
    private final PaymentProvider provider;
    private final ProviderCalls calls;
    private final ReferenceData referenceData;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    PrepaidSelling(
            PrepaidAccounts accounts,
            GiftCardCodes codes,
            PaymentProvider provider,
            ProviderCalls calls,
            ReferenceData referenceData,
            EventLog eventLog,
            DueWork dueWork,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.provider = provider;
        this.calls = calls;
        this.referenceData = referenceData;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * Sells in the currency of the clinic.
     *
     * @param method how it is paid; by card if absent
     * @throws Refusal if the clinic is unknown, or the amount is in another currency or has more decimals
     */
    Prepaid sell(
            Prepaid.Kind kind,
            ClinicId clinic,
            @Nullable ClientId client,
            GivenAmount amount,
            @Nullable String method,
            String madeBy) {
        String currency =
                referenceData.clinic(clinic).orElseThrow(Refusal::notFound).paidIn();
        Money price = amount.in("amount", currency);
        return sell(new Prepaid.Sale(kind, clinic, client, price, method == null ? "CARD" : method), madeBy);
    }

    Prepaid sell(Prepaid.Sale sale, String madeBy) {
        PrepaidId id = new PrepaidId(Ids.next(PrepaidId.PREFIX));
        Instant now = clock.instant();
        String token = sale.kind() == Prepaid.Kind.GIFT_CARD ? codes.tokenOf(codes.codeOf(id)) : null;
        if (sale.methodCode().equals(Prepaid.CASH)) {
            return eventLog.record(Prepaid.class, () -> Prepaid.sell(id, sale, token, madeBy, now));
        }
        return charged(id, sale, token, madeBy, now);
    }

    private Prepaid charged(PrepaidId id, Prepaid.Sale sale, @Nullable String token, String madeBy, Instant now) {
        Prepaid requested = eventLog.record(Prepaid.class, () -> {
            dueWork.at(ProviderRetries.next(now, now), KIND, id.value());
            return Prepaid.request(id, sale, token, madeBy, now);
        });
        if (!requested.id().equals(id)) {
            return accounts.require(requested.id());
        }
        PaymentProvider.Outcome outcome = calls.charge(id.value(), sale.amount(), now);
        return RequestContext.current().withoutKey().run(() -> settle(id, outcome));
    }

    /** What the provider says about the price; repeats and late answers change nothing. */
    public Prepaid settle(PrepaidId id, PaymentProvider.Outcome outcome) {
        return eventLog.record(Prepaid.class, () -> accounts.require(id).settle(outcome, clock.instant()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueItem item) {
        PrepaidId id = new PrepaidId(item.subject());
        Prepaid it = accounts.require(id);
        if (it.state() == Prepaid.State.PENDING) {
            dueWork.at(ProviderRetries.next(it.requestedAt(), clock.instant()), KIND, id.value());
            calls.afterCommit(
                    () -> settle(id, provider.ask(id.value(), it.sale().amount(), it.requestedAt())));
        }
    }
}
