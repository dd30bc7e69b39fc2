package io.hairline.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.UlidCreator;
import io.hairline.acceptance.world.Answer;
import io.hairline.acceptance.world.Api;
import io.hairline.acceptance.world.RunningDemo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every documented operation, called by every kind of caller in and out of scope (S1). */
@ResourceLock("demo")
class AccessWalkIT {

    private static final RunningDemo DEMO = RunningDemo.get();
    private static final List<String> SERVICES = List.of("booking", "treatment", "headoffice", "notification");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** Of every operation; the documents name it as their server, {@link RunningDemo#api()} ends with it. */
    private static final String PREFIX = "/api/v1";

    private static final int AT_A_TIME = 16;
    private static final Duration UNTIL_COPIED = Duration.ofSeconds(5);

    private final List<AccessRow> rows = AccessRow.all();
    private final Map<Role, Api> here = callers(true);
    private final Map<Role, Api> elsewhere = callers(false);
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void knowsEveryOperationAndEveryOperationKnowsItsCallers() {
        assertThat(documented())
                .as("operations without a row in access-walk.json, and rows without an operation")
                .isEqualTo(rows.stream().map(AccessRow::operation).collect(Collectors.toCollection(TreeSet::new)));

        Records records = new Records(DEMO);
        ids.putAll(records.made());
        long start = System.nanoTime();
        List<AccessRow> together = new ArrayList<>();
        rows.forEach(row -> {
            if (!row.isReady(ids)) {
                walk(together);
            }
            if (!row.isReady(ids)) {
                ids.putAll(records.followingFromTheSession());
            }
            together.add(row);
        });
        walk(together);

        System.out.printf(
                "%d operations, %d of them tried only by those who never may, %d calls in %d s, %d answered wrongly%n",
                rows.size(),
                rows.stream().filter(AccessRow::untried).count(),
                calls.get(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                wrong.size());
        assertThat(wrong).isEmpty();
    }

    /** Refusals change nothing, so they are made at the same time: some wait two seconds for another service's news. */
    private void walk(List<AccessRow> together) {
        try (ExecutorService some = Executors.newFixedThreadPool(AT_A_TIME)) {
            together.forEach(row -> refusals(row, some));
        }
        together.forEach(this::inReach);
        together.clear();
    }

    private void refusals(AccessRow row, ExecutorService some) {
        some.execute(() -> withoutToken(row));
        for (Role role : row.open() ? new Role[0] : Role.values()) {
            String scope = row.scopeOf(role);
            if (!row.allows(role)) {
                some.execute(() -> neverAllowed(row, role));
            } else if (scope != null && !row.untried()) {
                some.execute(() -> outOfReach(row, role, scope));
            }
        }
    }

    private void withoutToken(AccessRow row) {
        Answer nobody = call(new Api(DEMO::api, () -> null), row, ids);
        expect(
                row.open() ? nobody.status() / 100 == 2 : nobody.status() == 401,
                row,
                "a visitor without token",
                nobody);
        Answer broken = call(DEMO.bearer("not.a.token"), row, ids);
        expect(broken.status() == 401, row, "a broken token", broken);
    }

    private void neverAllowed(AccessRow row, Role role) {
        Map<String, String> unknown = new HashMap<>(ids);
        unknown.replaceAll((_, id) -> missing(id));
        for (Map<Role, Api> callers : List.of(here, elsewhere)) {
            Api caller = callers.get(role);
            if (caller != null) {
                Answer refused = call(caller, row, ids);
                expect(refused.status() == 403, row, role + " who may never", refused);
                Answer onMissing = call(caller, row, unknown);
                expect(onMissing.status() == 403, row, role + " who may never, unknown id", onMissing);
            }
        }
    }

    private void outOfReach(AccessRow row, Role role, String scope) {
        Api caller = elsewhere.get(role);
        if (caller == null) {
            return;
        }
        Answer foreign = call(caller, row, ids);
        if (row.list() && foreign.status() == 200) {
            expect(foreign.body().path("items").isEmpty(), row, role + " elsewhere", foreign);
            return;
        }
        Map<String, String> unknown = new HashMap<>(ids);
        unknown.computeIfPresent(scope, (_, id) -> missing(id));
        Answer onMissing = call(caller, row, unknown);
        expect(isUnknown(foreign), row, role + " elsewhere", foreign);
        expect(
                foreign.status() == onMissing.status() && stripped(foreign).equals(stripped(onMissing)),
                row,
                role + " elsewhere, who learns that it exists, as an unknown id gives " + onMissing.status() + " "
                        + onMissing.body(),
                foreign);
    }

    /** The first role must get through; those after it may find that the first has already done it. */
    private void inReach(AccessRow row) {
        if (row.untried()) {
            return;
        }
        boolean first = true;
        for (Role role : Role.values()) {
            Api caller = here.get(role);
            if (caller == null || !row.allows(role) || row.may().get(role) == AccessRow.Reach.ELSEWHERE) {
                continue;
            }
            Answer answer = first ? untilCopied(caller, row) : call(caller, row, ids);
            expect(isThrough(row, answer) || (!first && isDone(row, answer)), row, role + " in reach", answer);
            if (first) {
                row.makes()
                        .forEach((name, pointer) ->
                                ids.put(name, answer.body().at(pointer).asString("nothing made")));
            }
            first = false;
        }
    }

    private static boolean isThrough(AccessRow row, Answer answer) {
        return row.answer() == 0 ? answer.status() / 100 == 2 : answer.status() == row.answer();
    }

    /** Whether somebody before may have done it; neither is a refusal of the caller. */
    private static boolean isDone(AccessRow row, Answer answer) {
        return answer.status() == 409
                || answer.status() == 422
                || (row.once() && (answer.status() == 400 || answer.status() == 404));
    }

    /** What another service has to hear of first comes a moment later. */
    private Answer untilCopied(Api caller, AccessRow row) {
        long end = System.nanoTime() + UNTIL_COPIED.toNanos();
        Answer answer = call(caller, row, ids);
        while (!isThrough(row, answer) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            answer = call(caller, row, ids);
        }
        return answer;
    }

    private Answer call(Api caller, AccessRow row, Map<String, String> known) {
        calls.incrementAndGet();
        String path = AccessRow.filled(row.target(), known).replaceFirst("^.*?" + PREFIX, "");
        String body = row.body();
        Map<String, String> headers = new HashMap<>();
        row.headers().forEach((name, value) -> headers.put(name, AccessRow.filled(value, known)));
        return caller.send(row.method(), path, headers, body == null ? null : AccessRow.filled(body, known));
    }

    private void expect(boolean holds, AccessRow row, String who, Answer answer) {
        if (!holds) {
            String body = answer.body().toString();
            wrong.add("%s; %s: %d %s"
                    .formatted(row.operation(), who, answer.status(), body.substring(0, Math.min(200, body.length()))));
        }
    }

    /** 409 where the service waits for what another one may be about to tell. */
    private static boolean isUnknown(Answer answer) {
        return answer.status() == 404
                || (answer.status() == 409 && answer.problem().equals("not-yet-known"));
    }

    /** Without what differs from call to call. */
    private static JsonNode stripped(Answer answer) {
        return answer.body() instanceof ObjectNode object
                ? object.deepCopy().without("instance").without("correlationId")
                : answer.body();
    }

    private static String missing(String id) {
        return id.matches("[a-z]{3}_[0-9a-z]{26}")
                ? id.substring(0, 4) + UlidCreator.getUlid().toLowerCase()
                : id;
    }

    private static Map<Role, Api> callers(boolean here) {
        Map<Role, Api> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String login = here ? role.here : role.elsewhere;
            if (!login.isEmpty()) {
                callers.put(role, DEMO.as(login));
            }
        }
        if (!here) {
            callers.put(Role.GUEST, DEMO.guest());
        }
        return callers;
    }

    private static Set<String> documented() {
        Api visitor = new Api(DEMO::portal, () -> null);
        Set<String> operations = new TreeSet<>();
        for (String service : SERVICES) {
            JsonNode paths = visitor.get("/api/docs/" + service).body().path("paths");
            paths.properties()
                    .forEach(path -> path.getValue().propertyNames().stream()
                            .filter(METHODS::contains)
                            .forEach(method ->
                                    operations.add(method.toUpperCase(Locale.ROOT) + " " + PREFIX + path.getKey())));
        }
        return operations;
    }
}
