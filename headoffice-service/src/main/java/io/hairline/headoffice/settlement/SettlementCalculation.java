package io.hairline.headoffice.settlement;

import io.hairline.contracts.ClinicId;
import io.hairline.headoffice.settlement.PaidWork.Row;
import io.hairline.headoffice.settlement.SettlementEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a clinic that was paid for a course or an appointment owes the clinics that did the work: a function of the rows,
 * whatever order they came in.
 *
 * <p>Work is paid in the order it was done, first with what the client paid in the same clinic, then with what was paid in
 * others, those paid earliest first. Each event owes what these debts change by with it, so that a refund gives back. Money
 * in another currency than the price of the work stays where it is.
 */
final class SettlementCalculation {

    private SettlementCalculation() {}

    /** A clinic that owes another. */
    private record Pair(ClinicId debtor, ClinicId creditor) {}

    static List<SettlementEntry> entries(PaidWork it) {
        List<Row> rows = it.inOrder();
        Set<String> currencies = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.currency()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<SettlementEntry> entries = new ArrayList<>();
        for (String currency : currencies) {
            Map<Pair, Long> before = Map.of();
            for (int i = 0; i < rows.size(); i++) {
                Map<Pair, Long> after = owed(rows.subList(0, i + 1), currency);
                entries.addAll(changes(it.id(), rows.get(i), currency, before, after));
                before = after;
            }
        }
        return entries;
    }

    private static List<SettlementEntry> changes(
            String id, Row row, String currency, Map<Pair, Long> before, Map<Pair, Long> after) {
        Map<String, Pair> pairs = new TreeMap<>();
        before.keySet().forEach(it -> pairs.put(it.toString(), it));
        after.keySet().forEach(it -> pairs.put(it.toString(), it));
        List<SettlementEntry> entries = new ArrayList<>();
        for (Pair it : pairs.values()) {
            long units = after.getOrDefault(it, 0L) - before.getOrDefault(it, 0L);
            if (units != 0) {
                boolean more = units > 0;
                entries.add(new SettlementEntry(
                        String.join(
                                ".",
                                id,
                                row.key(),
                                it.debtor().value(),
                                it.creditor().value(),
                                currency),
                        more ? Kind.PAID_ELSEWHERE : Kind.PAID_ELSEWHERE_RETURNED,
                        more ? it.debtor() : it.creditor(),
                        more ? it.creditor() : it.debtor(),
                        currency,
                        Math.abs(units),
                        row.month(),
                        row.day(),
                        row.at(),
                        id,
                        row.subject(),
                        row.version()));
            }
        }
        return entries;
    }

    private static Map<Pair, Long> owed(List<Row> rows, String currency) {
        Map<ClinicId, Long> held = new LinkedHashMap<>();
        rows.stream()
                .filter(it -> !it.work() && currency.equals(it.currency()))
                .forEach(it -> held.merge(it.clinicId(), Objects.requireNonNull(it.units()), Math::addExact));
        Map<Pair, Long> owed = new HashMap<>();
        rows.stream()
                .filter(it -> it.work() && (it.currency() == null || currency.equals(it.currency())))
                .forEach(it -> pay(it, held, owed));
        return owed;
    }

    private static void pay(Row work, Map<ClinicId, Long> held, Map<Pair, Long> owed) {
        ClinicId treating = work.clinicId();
        long open = work.units() == null ? Long.MAX_VALUE : work.units();
        open -= deduct(treating, open, held);
        for (ClinicId paid : List.copyOf(held.keySet())) {
            long taken = paid.equals(treating) ? 0 : deduct(paid, open, held);
            if (taken > 0) {
                owed.merge(new Pair(paid, treating), taken, Math::addExact);
                open -= taken;
            }
        }
    }

    private static long deduct(ClinicId from, long atMost, Map<ClinicId, Long> held) {
        long there = Math.max(0, held.getOrDefault(from, 0L));
        long taken = Math.min(there, atMost);
        if (taken > 0) {
            held.put(from, there - taken);
        }
        return taken;
    }
}
