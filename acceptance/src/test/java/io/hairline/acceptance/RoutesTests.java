package io.hairline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the APIs is reached through the entrance, in the service that has it, or it is internal on purpose; and
 * the service's README names its resource.
 */
class RoutesTests {

    private static final Pattern MAPPING =
            Pattern.compile("@(?:Request|Get|Post|Put|Patch|Delete)Mapping\\((?:value = )?\"(/[^\"]*)\"");
    private static final String BASE = "/api/v1";
    private static final Pattern SERVICE = Pattern.compile("^([a-z]+)-service/");
    private static final Pattern ROUTE =
            Pattern.compile("api\\(\"[a-z-]+\",\\s*services\\.([a-z]+)\\(\\),\\s*(\"[^)]*\")\\)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"");
    private static final int FEWEST = 25;

    /** Reached at the services themselves, by the launcher and by operators. */
    private static final Set<String> INTERNAL = Set.of();

    /** In all services alike, so that none names it. */
    private static final String OF_ALL = "demo";

    @Test
    void reachEveryOperation() throws IOException {
        Map<String, String> routes = routes();
        Set<String> unreachable = new TreeSet<>();
        for (Operation it : operations()) {
            String to = routes.getOrDefault(it.path(), routes.get(it.resource()));
            if (!it.service().equals(to) && !INTERNAL.contains(it.path())) {
                unreachable.add(it.service() + ": /" + it.path());
            }
        }

        assertThat(unreachable).isEmpty();
    }

    @Test
    void areNamedInTheirServicesReadme() throws IOException {
        Set<String> unnamed = new TreeSet<>();
        for (Operation it : operations()) {
            String readme = Files.readString(Sources.ROOT.resolve(it.service() + "-service/README.md"));
            boolean named = Pattern.compile("(?<![\\w-])" + Pattern.quote(it.resource()) + "(?![\\w-])")
                    .matcher(readme)
                    .find();
            if (!named && !it.resource().equals(OF_ALL)) {
                unnamed.add(it.service() + ": " + it.resource());
            }
        }

        assertThat(unnamed).isEmpty();
    }

    /** @param path below the base */
    private record Operation(String service, String path) {
        String resource() {
            return path.split("/", -1)[0];
        }
    }

    private static List<Operation> operations() throws IOException {
        List<Operation> found = new ArrayList<>();
        for (Path source : Sources.endingWith("Controller.java")) {
            String file = Sources.ROOT.relativize(source).toString();
            Matcher service = SERVICE.matcher(file);
            if (file.contains("/src/main/") && service.find()) {
                paths(Files.readString(source)).forEach(it -> found.add(new Operation(service.group(1), it)));
            }
        }
        assertThat(found).hasSizeGreaterThan(FEWEST);
        return found;
    }

    /** Below the base; what a controller maps as a whole, or each of its methods where that is only the base. */
    private static Set<String> paths(String controller) {
        Set<String> paths = new TreeSet<>();
        Matcher mapping = MAPPING.matcher(controller);
        String whole = mapping.find() ? mapping.group(1) : "";
        if (whole.startsWith(BASE + "/")) {
            paths.add(whole.substring(BASE.length() + 1));
        } else if (whole.equals(BASE)) {
            while (mapping.find()) {
                paths.add(mapping.group(1).substring(1));
            }
        }
        return paths;
    }

    /** By resource, the service to which the entrance passes it on. */
    private static Map<String, String> routes() throws IOException {
        Path file = Sources.ROOT.resolve("portal/src/main/java/io/hairline/portal/gateway/Routes.java");
        Map<String, String> routes = new TreeMap<>();
        Matcher route = ROUTE.matcher(Files.readString(file));
        while (route.find()) {
            Matcher word = WORD.matcher(route.group(2));
            while (word.find()) {
                routes.put(word.group(1), route.group(1));
            }
        }
        return routes;
    }
}
