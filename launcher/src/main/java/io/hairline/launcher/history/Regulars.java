package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import io.hairline.contracts.demo.DemoPast;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Clients of one clinic whose course is long over, and when each comes again. */
final class Regulars {

    /** Clients who are through with their course by now, if they took one. */
    private static final int LONG_AGO_DAYS = 75;

    private static final int DAYS_BETWEEN_VISITS = 6;

    private final List<Integer> clients;
    /** Whose course is over, the latest first: they have a plan and papers. */
    private final Deque<Integer> treated;

    /** They have no visit in these weeks, so that a treatment may be offered to them on any day. */
    private final List<Integer> waiting;

    private final Map<Integer, List<LocalDate>> days = new HashMap<>();

    private Regulars(List<Integer> clients, Deque<Integer> treated, List<Integer> waiting) {
        this.clients = clients;
        this.treated = treated;
        this.waiting = waiting;
    }

    /** @param waiters so many, whose course is over, come in none of these weeks: they wait for a place */
    static Regulars of(String clinicCode, LocalDate today, int waiters) {
        List<ClientHistory> stories = HistoryGenerator.until(today);
        List<Integer> all = IntStream.rangeClosed(DemoPast.FIRST_CLIENTS + 1, DemoIds.CLIENTS)
                .filter(it -> DemoIds.homeClinic(it).equals(clinicCode))
                .filter(it -> DemoIds.daysSinceFirstVisit(it) > LONG_AGO_DAYS)
                .filter(it -> stories.get(it - 1).touchUp() == null)
                .boxed()
                .toList();
        Deque<Integer> treated = stories.stream()
                .filter(it -> it.clinicCode().equals(clinicCode) && all.contains(it.client()))
                .filter(it -> !it.sessions().isEmpty() && it.isOver())
                .map(ClientHistory::client)
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Integer> waiting = new ArrayList<>();
        while (waiting.size() < waiters && !treated.isEmpty()) {
            waiting.add(treated.removeLast());
        }
        return new Regulars(all.stream().filter(it -> !waiting.contains(it)).toList(), treated, List.copyOf(waiting));
    }

    /** Those who wait for a place, and have none in these weeks. */
    List<Integer> waiting() {
        return waiting;
    }

    /** One who doesn't come in the days around it, those first who come least; absent if all do. */
    @Nullable Integer next(LocalDate day, boolean isTreatment) {
        Integer client = isTreatment ? treated.poll() : null;
        if (client == null) {
            client = clients.stream()
                    .filter(it -> daysOf(it).stream()
                            .allMatch(other -> Math.abs(ChronoUnit.DAYS.between(other, day)) >= DAYS_BETWEEN_VISITS))
                    .min(Comparator.comparingInt(it -> daysOf(it).size()))
                    .orElse(null);
        }
        if (client != null) {
            days.computeIfAbsent(client, _ -> new ArrayList<>()).add(day);
        }
        return client;
    }

    private List<LocalDate> daysOf(int regular) {
        return days.getOrDefault(regular, List.of());
    }
}
