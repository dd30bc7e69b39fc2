package io.hairline.launcher.history;

import io.hairline.contracts.demo.DemoIds;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The royalty statements of the months that are over, as of days soon after each: issued, some with a line in dispute, most of
 * them final. The last month of some clinics stays a draft.
 */
final class ClosedMonths {

    private static final String SERVICE = "headoffice";
    private static final String HEAD_OFFICE = "head-office";
    private static final String STATEMENTS = "/royalty-statements";
    private static final Set<String> STILL_DRAFTS = Set.of("NYC", "LAX");
    private static final Set<String> DISPUTING = Set.of("BER", "LON");
    private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);
    private static final int ISSUED_ON = 3;
    private static final int DISPUTED_ON = 8;
    private static final int DECIDED_ON = 12;
    private static final int FINAL_ON = 20;

    private final BackdatedClient api;
    private final Instant now;

    ClosedMonths(BackdatedClient api, Instant now) {
        this.api = api;
        this.now = now;
    }

    void close() {
        HistoryLoader.inParallel(
                DemoIds.CLINICS.stream().<Runnable>map(it -> () -> close(it)).toList());
    }

    private void close(String clinic) {
        List<JsonNode> statements = api.get(
                        SERVICE,
                        HEAD_OFFICE,
                        STATEMENTS + "?clinicId=" + DemoIds.clinic(clinic).value())
                .path("items")
                .valueStream()
                .sorted(Comparator.comparing(ClosedMonths::month))
                .toList();
        for (JsonNode it : statements) {
            boolean latest = it.equals(statements.getLast());
            if (!(latest && STILL_DRAFTS.contains(clinic))) {
                close(clinic, it, latest);
            }
        }
    }

    private void close(String clinic, JsonNode statement, boolean latest) {
        if (!post(HEAD_OFFICE, statement, ISSUED_ON, "issue", Map.of())) {
            return;
        }
        Stream<JsonNode> lines = DISPUTING.contains(clinic) ? lines(statement) : Stream.of();
        lines.filter(it -> it.path("kind").asString("").equals("ROYALTY"))
                .findFirst()
                .ifPresent(it -> dispute(clinic, statement, it, latest));
        if (!latest) {
            post(HEAD_OFFICE, statement, FINAL_ON, "finalise", Map.of());
        }
    }

    /** In the latest month it stays open; before, it was found right or a little too much. */
    private void dispute(String clinic, JsonNode statement, JsonNode line, boolean latest) {
        String id = line.path("lineId").asString();
        String manager = "manager-" + clinic.toLowerCase(Locale.ROOT);
        post(manager, statement, DISPUTED_ON, "dispute", Map.of("lineId", id, "reasonCode", "WRONG_AMOUNT"));
        if (!latest) {
            Map<String, Object> correction = Map.of(
                    "amount", "-10.00", "currency", statement.path("currency").asString());
            post(
                    HEAD_OFFICE,
                    statement,
                    DECIDED_ON,
                    "resolve",
                    month(statement).getMonthValue() % 2 == 0
                            ? Map.of("lineId", id, "correction", correction)
                            : Map.of("lineId", id));
        }
    }

    private Stream<JsonNode> lines(JsonNode statement) {
        return api.get(
                        SERVICE,
                        HEAD_OFFICE,
                        STATEMENTS + "/" + statement.path("id").asString())
                .path("lines")
                .valueStream();
    }

    /** On a day of the following month; false if that day hasn't come yet. */
    private boolean post(String who, JsonNode statement, int day, String what, Map<String, ?> body) {
        Instant then =
                month(statement).plusMonths(1).atDay(day).atTime(IN_THE_MORNING).toInstant(ZoneOffset.UTC);
        if (!then.isBefore(now)) {
            return false;
        }
        String id = statement.path("id").asString();
        var _ = api.post(SERVICE, who, then, what + "-" + id, STATEMENTS + "/" + id + "/" + what, body);
        return true;
    }

    private static YearMonth month(JsonNode statement) {
        return YearMonth.parse(statement.path("month").asString());
    }
}
