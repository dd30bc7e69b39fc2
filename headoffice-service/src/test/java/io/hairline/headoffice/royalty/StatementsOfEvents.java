package io.hairline.headoffice.royalty;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.RoyaltyAgreementId;
import io.hairline.contracts.RoyaltyStatementId;
import io.hairline.contracts.booking.BookingEvent;
import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.headoffice.RoyaltyTerms;
import io.hairline.headoffice.royalty.base.EventEntries;
import io.hairline.headoffice.royalty.base.RoyaltyEntry;
import io.hairline.kit.Ids;
import io.hairline.kit.consumer.ReceivedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** A clinic's statements as the billing makes them, with its entries in memory: each once, and billed once. */
final class StatementsOfEvents {

    static final ClinicId CLINIC = DemoIds.clinic("BER");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String CURRENCY = "EUR";
    private static final LocalDate TODAY = LocalDate.parse("2027-02-01");

    private final RoyaltyAgreement agreement;
    private final EventEntries meaning = new EventEntries((_, at) -> LocalDate.ofInstant(at, ZONE), _ -> 0);
    private final Map<String, RoyaltyEntry> entries = new HashMap<>();
    private final Set<String> billed = new HashSet<>();
    private final Set<String> closed = new HashSet<>();

    /** @param terms by the month from which they hold */
    StatementsOfEvents(SortedMap<YearMonth, RoyaltyTerms> terms) {
        RoyaltyAgreement agreed =
                RoyaltyAgreement.none(new RoyaltyAgreementId(Ids.next(RoyaltyAgreementId.PREFIX)), CLINIC, CURRENCY);
        for (Map.Entry<YearMonth, RoyaltyTerms> it : terms.entrySet()) {
            agreed = agreed.agree(it.getKey().atDay(1), it.getValue(), TODAY).next();
        }
        this.agreement = agreed;
    }

    /** An event of a payment, as it is told. */
    record Told(BookingEvent event, String payment, long version, Instant at) {

        YearMonth month() {
            return YearMonth.from(at.atZone(ZONE));
        }
    }

    void hear(Told it) {
        ReceivedEvent received =
                new ReceivedEvent("", "", it.payment(), it.version(), it.at(), null, "", "", new byte[0], Map.of());
        meaning.of(it.event(), received).forEach(entry -> entries.putIfAbsent(entry.id(), entry));
    }

    /** Issues the statement of a month. */
    List<RoyaltyLine> close(YearMonth month) {
        var rule = agreement.on(month.atDay(1)).orElseThrow();
        List<RoyaltyEntry> unbilled = entries.values().stream()
                .filter(it -> !billed.contains(it.id()) && it.month().compareTo(month.toString()) <= 0)
                .toList();
        List<RoyaltyEntry> open = RoyaltyStatement.draft(
                        new RoyaltyStatementId(Ids.next(RoyaltyStatementId.PREFIX)),
                        CLINIC,
                        month,
                        CURRENCY,
                        rule.ruleVersion())
                .next()
                .open(unbilled, closed);
        open.forEach(it -> billed.add(it.id()));
        closed.add(month.toString());
        return RoyaltyCalculation.lines(rule, CURRENCY, open, TODAY);
    }
}
