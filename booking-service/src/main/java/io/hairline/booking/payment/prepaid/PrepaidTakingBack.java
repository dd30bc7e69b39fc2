package io.hairline.booking.payment.prepaid;

import io.hairline.booking.payment.provider.PaymentProvider;
import io.hairline.booking.payment.provider.ProviderCalls;
import io.hairline.booking.payment.provider.ProviderRetries;
import io.hairline.contracts.PrepaidId;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.work.DueItem;
import io.hairline.kit.work.DueWork;
import io.hairline.kit.work.DueWorkHandler;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Gives the price of an unused gift card or of unused credit back exactly once. As with refunds of payments, what is wanted
 * is recorded before the provider is asked, and due work asks again until the provider has answered.
 */
@Service
public class PrepaidTakingBack implements DueWorkHandler {

    private static final String KIND = "prepaid-taking-back";

    private final PrepaidAccounts accounts;
    private final ProviderCalls calls;
    private final EventLog eventLog;
    private final DueWork dueWork;
    private final Clock clock;

    PrepaidTakingBack(PrepaidAccounts accounts, ProviderCalls calls, EventLog eventLog, DueWork dueWork, Clock clock) {
        this.accounts = accounts;
        this.calls = calls;
        this.eventLog = eventLog;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Records it and asks the provider at once; what the provider hasn't settled is followed up by due work. */
    Prepaid takeBack(PrepaidId id, String reasonCode) {
        Instant now = clock.instant();
        Prepaid wanted = eventLog.record(Prepaid.class, () -> {
            var change = TakeBackRules.of(accounts.require(id)).ask(reasonCode, now);
            Prepaid.TakeBack asked = change.next().takeBack();
            if (change.next().state() == Prepaid.State.TAKING_BACK && asked != null) {
                dueWork.at(ProviderRetries.next(now, now), KIND, reference(id, asked.number()));
            }
            return change;
        });
        Prepaid.TakeBack asked = wanted.takeBack();
        return wanted.state() == Prepaid.State.TAKING_BACK && asked != null
                ? RequestContext.current().withoutKey().run(() -> ask(id, asked.number()))
                : accounts.require(id);
    }

    /** Asks the provider, outside any transaction, and records what it says. */
    private Prepaid ask(PrepaidId id, int number) {
        Prepaid it = accounts.require(id);
        Prepaid.TakeBack asked = it.takeBack();
        if (it.state() != Prepaid.State.TAKING_BACK || asked == null || asked.number() != number) {
            return it;
        }
        return settle(id, number, calls.refund(reference(id, number), it.sale().amount(), asked.requestedAt()));
    }

    /** What the provider says about it; repeats and late answers change nothing. */
    public Prepaid settle(PrepaidId id, int number, PaymentProvider.RefundOutcome outcome) {
        return eventLog.record(
                Prepaid.class, () -> TakeBackRules.of(accounts.require(id)).settle(number, outcome, clock.instant()));
    }

    private static String reference(PrepaidId id, int number) {
        return id.value() + "/" + number;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asks for the next look before this one, so that a call which is lost with the process is made again. */
    @Override
    public void run(DueItem item) {
        String[] words = item.subject().split("/", 2);
        PrepaidId id = new PrepaidId(words[0]);
        Prepaid it = accounts.require(id);
        Prepaid.TakeBack asked = it.takeBack();
        int number = Integer.parseInt(words[1]);
        if (it.state() == Prepaid.State.TAKING_BACK && asked != null && asked.number() == number) {
            dueWork.at(ProviderRetries.next(asked.requestedAt(), clock.instant()), KIND, item.subject());
            calls.afterCommit(() -> ask(id, number));
        }
    }
}
