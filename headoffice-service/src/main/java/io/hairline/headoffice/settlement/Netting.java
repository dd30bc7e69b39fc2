package io.hairline.headoffice.settlement;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Money;
import io.hairline.headoffice.money.MinorUnits;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is left for each clinic to pay or to get when everything of a month is set off, per currency. */
final class Netting {

    private Netting() {}

    /** @param amount positive if the clinic gets it, negative if it pays it */
    record Position(ClinicId clinicId, Money amount) {}

    /** Those that are 0 are left out. */
    static List<Position> net(Collection<SettlementEntry> entries) {
        Map<String, Map<String, Long>> byCurrency = new TreeMap<>();
        entries.forEach(it -> {
            Map<String, Long> units = byCurrency.computeIfAbsent(it.currency(), _ -> new TreeMap<>());
            units.merge(it.creditorId().value(), it.units(), Math::addExact);
            units.merge(it.debtorId().value(), -it.units(), Math::addExact);
        });
        return byCurrency.entrySet().stream()
                .flatMap(currency -> currency.getValue().entrySet().stream()
                        .filter(it -> it.getValue() != 0)
                        .map(it -> new Position(new ClinicId(it.getKey()), money(it.getValue(), currency.getKey()))))
                .sorted(Comparator.comparing((Position it) -> it.amount().currency())
                        .thenComparing(it -> it.clinicId().value()))
                .toList();
    }

    /** Of all positions, for each currency in which anything was owed: each is 0. */
    static List<Money> sums(Collection<SettlementEntry> entries, Collection<Position> positions) {
        Map<String, Long> sums = new TreeMap<>();
        entries.forEach(it -> sums.put(it.currency(), 0L));
        positions.forEach(it -> sums.merge(it.amount().currency(), MinorUnits.of(it.amount()), Math::addExact));
        return sums.entrySet().stream()
                .map(it -> money(it.getValue(), it.getKey()))
                .toList();
    }

    static Money money(long units, String currency) {
        return new Money(MinorUnits.toAmount(units, currency), currency);
    }
}
