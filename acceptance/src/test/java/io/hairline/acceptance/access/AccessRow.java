package io.hairline.acceptance.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one operation takes and who may call it.
 *
 * @param operation method and path, as in the OpenAPI document
 * @param may the roles that may, see {@link Role}; the table marks {@link Reach#EVERYWHERE} with a star and {@link
 *     Reach#ELSEWHERE} with a minus
 * @param open whether it needs no token
 * @param list whether a caller out of scope may get a list without the foreign entries instead of 404
 * @param target the path with query; {@code ${name}} stands for an id of the {@link Records}
 * @param scope the name of the id that decides whether staff may; absent where nothing is looked up
 * @param scopeOfClients the same for clients and visitors
 * @param makes the names under which later rows know what it makes, each with a JSON pointer to its id in the answer
 * @param once whether the first caller uses it up, so that the next may find nothing left to do
 * @param untried whether the records hold nothing for it yet, so that only those who never may are tried
 * @param answer what the rightful caller is answered if that isn't a success, because time has done it already; 0 otherwise
 * @param body what a valid call sends, with the same placeholders; absent for reads
 */
record AccessRow(
        String operation,
        Map<Role, Reach> may,
        boolean open,
        boolean list,
        String target,
        @Nullable String scope,
        @Nullable String scopeOfClients,
        Map<String, String> makes,
        boolean once,
        boolean untried,
        int answer,
        Map<String, String> headers,
        @Nullable String body) {

    /** Where a role may. */
    enum Reach {
        /** In the whole brand. */
        EVERYWHERE,
        /** For what is theirs, as the records are. */
        IN_SCOPE,
        /** For what is theirs, which the records aren't; so nobody with this role gets through. */
        ELSEWHERE
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    static List<AccessRow> all() {
        try (InputStream table = AccessRow.class.getResourceAsStream("/access-walk.json")) {
            List<AccessRow> rows = new ArrayList<>();
            JsonMapper.shared().readTree(Objects.requireNonNull(table)).forEach(it -> rows.add(from(it)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessRow from(JsonNode row) {
        String operation = row.path("operation").asString();
        Map<String, String> headers = new TreeMap<>();
        row.path("headers")
                .properties()
                .forEach(it -> headers.put(it.getKey(), it.getValue().asString()));
        String scope = row.path("scope").asString(null);
        return new AccessRow(
                operation,
                roles(row.path("may").asString("")),
                row.path("open").asBoolean(false),
                row.path("list").asBoolean(false),
                row.path("target").asString(operation.substring(operation.indexOf(' ') + 1)),
                scope,
                row.path("scopeOfClients").asString(scope),
                made(row.path("makes").asString("")),
                row.path("once").asBoolean(false),
                row.path("untried").asBoolean(false),
                row.path("answer").asInt(0),
                headers,
                body(row.path("body")));
    }

    /** JSON, or text as it stands for what isn't sent as JSON. */
    private static @Nullable String body(JsonNode body) {
        if (body.isMissingNode()) {
            return null;
        }
        return body.isString() ? body.asString() : body.toString();
    }

    private static Map<Role, Reach> roles(String words) {
        Map<Role, Reach> may = new EnumMap<>(Role.class);
        for (String word : words.split(" ", -1)) {
            if (word.endsWith("*")) {
                may.put(Role.valueOf(word.replace("*", "")), Reach.EVERYWHERE);
            } else if (word.endsWith("-")) {
                may.put(Role.valueOf(word.replace("-", "")), Reach.ELSEWHERE);
            } else if (!word.isEmpty()) {
                may.put(Role.valueOf(word), Reach.IN_SCOPE);
            }
        }
        return may;
    }

    /** Names and pointers by turns; a single name's pointer is {@code /id}. */
    private static Map<String, String> made(String words) {
        String[] parts = words.split(" ", -1);
        Map<String, String> made = new TreeMap<>();
        for (int at = 0; at < parts.length && !parts[at].isEmpty(); at += 2) {
            made.put(parts[at], parts.length == 1 ? "/id" : parts[at + 1]);
        }
        return made;
    }

    String method() {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** Whether everything it names has been made. */
    boolean isReady(Map<String, String> ids) {
        return PLACEHOLDER.matcher(target + headers + body).results().allMatch(it -> ids.containsKey(it.group(1)));
    }

    boolean allows(Role role) {
        return may.containsKey(role);
    }

    /** The name of the id that decides whether this role may; null where nothing is out of its scope. */
    @Nullable String scopeOf(Role role) {
        if (may.get(role) == Reach.EVERYWHERE) {
            return null;
        }
        return role == Role.CLIENT || role == Role.GUEST ? scopeOfClients : scope;
    }

    static String filled(String text, Map<String, String> ids) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(
                        Objects.requireNonNull(ids.get(it.group(1)), () -> "no record " + it.group(1))));
    }
}
