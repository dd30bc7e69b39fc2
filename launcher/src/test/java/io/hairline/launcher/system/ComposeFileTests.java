package io.hairline.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.launcher.infrastructure.KafkaPermissions;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTests {

    private static final Path ROOT = ProjectFolder.find().root();

    /**
     * What a container needs beyond {@code up}: a wider address, the network behind the portal, the heap, the demo's mail
     * server, and in production the first person of head office.
     */
    private static final List<String> OF_CONTAINERS = List.of(
            "SERVER_ADDRESS",
            "HAIRLINE_SECURITY_PROXIES",
            "JDK_JAVA_OPTIONS",
            "HAIRLINE_FIRST_HEAD_OFFICE_LOGIN",
            "HAIRLINE_MAIL_HOST_IF_DEMO_IS_TRUE");

    private final Map<String, ?> containers = map(read("docker-compose.yml"), "services");

    @TempDir
    Path elsewhere = Path.of("");

    static List<Service> services() {
        return Service.ALL;
    }

    @ParameterizedTest
    @MethodSource("services")
    void buildsEveryServiceOfTheTable(Service service) {
        assertThat(map(container(service), "build", "args")).isEqualTo(Map.of("SERVICE", service.module()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void givesEachItsPortsAndItsHeap(Service service) {
        assertThat(environment(service))
                .containsEntry("SERVER_PORT", String.valueOf(service.port()))
                .containsEntry("MANAGEMENT_SERVER_PORT", String.valueOf(service.managementPort()))
                .containsEntry("JDK_JAVA_OPTIONS", "-Xmx" + service.heap() + "m");
    }

    @ParameterizedTest
    @MethodSource("services")
    void tellsEachTheSameSettingsAsTheLauncher(Service service) {
        Settings settings = new Settings(new ProjectFolder(elsewhere), new Addresses(0), true);

        TreeSet<String> names = new TreeSet<>(environment(service).keySet());
        names.removeAll(OF_CONTAINERS);

        assertThat(names).isEqualTo(settings.of(service, "mongodb://…").keySet());
    }

    @ParameterizedTest
    @MethodSource("services")
    void startsNoServiceBeforeItsServersAreReady(Service service) {
        assertThat(map(container(service), "depends_on").keySet()).isEqualTo(Set.of("mongodb", "topics"));
    }

    @Test
    void tellsTheToolsWhereAllIs() {
        Map<String, String> told = environment("tools");

        assertThat(Service.ALL.stream().filter(Service::stores))
                .allSatisfy(it -> assertThat(told)
                        .containsEntry(
                                "HAIRLINE_SERVICES_" + it.name().toUpperCase(Locale.ROOT),
                                "http://%s:%d".formatted(it.name(), it.port())));
        assertThat(told).containsKeys("HAIRLINE_KAFKA", "HAIRLINE_DEMO_PASSWORD");
    }

    @Test
    void makesADatabaseUserForEveryServiceThatStores() throws IOException {
        String script = Files.readString(ROOT.resolve("docker/mongodb/users.js"));

        assertThat(Service.ALL.stream().filter(Service::stores))
                .allSatisfy(it -> assertThat(script).contains('"' + it.name() + '"'));
    }

    @Test
    void containsNoSecret() {
        Stream<Map.Entry<String, String>> secrets = containers.keySet().stream()
                .flatMap(it -> environment(it).entrySet().stream())
                .filter(it -> it.getKey().contains("PASSWORD") || it.getKey().endsWith("_KEY"))
                .filter(it -> !it.getKey().equals("HAIRLINE_DEMO_PASSWORD"));

        assertThat(secrets)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.getValue()).startsWith("${").contains(":?"));
    }

    /** What isn't said is production: nothing of the demo is there unless somebody asks for it. */
    @ParameterizedTest
    @MethodSource("services")
    void isADemoOnlyWhenAskedToBeOne(Service service) {
        assertThat(environment(service)).containsEntry("HAIRLINE_DEMO", "${HAIRLINE_DEMO:-false}");
    }

    /** Compose can only tell whether a variable is set, so {@code HAIRLINE_DEMO=false} would count as a demo there. */
    @Test
    void leavesItToTheServicesWhetherItIsADemo() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docker-compose.yml")))
                .contains("${HAIRLINE_DEMO:-false}")
                .doesNotContain("${HAIRLINE_DEMO:+", "${HAIRLINE_DEMO+");
    }

    @Test
    void letsEveryServiceIntoKafkaAsItself() {
        assertThat(Service.ALL.stream().filter(Service::stores)).allSatisfy(it -> {
            String variable = it.name().toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD";
            assertThat(environment(it))
                    .containsEntry("HAIRLINE_KAFKA_USERNAME", it.name())
                    .containsEntry("HAIRLINE_KAFKA_PASSWORD", "${" + variable + ":?}");
            assertThat(environment("topics")).containsKey(variable);
        });
        assertThat(environment("tools")).containsEntry("HAIRLINE_KAFKA_USERNAME", KafkaPermissions.OBSERVER);
    }

    /** But for addresses and folders, container and child process run with the same lines. */
    @Test
    void runsTheBrokerWithTheLaunchersSettings() throws IOException {
        String script = Files.readString(ROOT.resolve("docker/kafka/start"));
        String source = Files.readString(
                ROOT.resolve("launcher/src/main/java/io/hairline/launcher/infrastructure/KafkaServer.java"));

        List<String> same = source.lines()
                .map(String::strip)
                .filter(it -> it.matches("[a-z][a-z0-9.-]+=[^%]+"))
                .toList();

        assertThat(same).hasSizeGreaterThan(30).contains("allow.everyone.if.no.acl.found=false");
        assertThat(script.lines()).containsAll(same);
    }

    @Test
    void letsNobodyIntoTheBrokerWithoutAPassword() throws IOException {
        Map<String, String> settings = Files.readString(ROOT.resolve("docker/kafka/start"))
                .lines()
                .map(String::strip)
                .filter(it -> it.matches("[a-z.]+=.*"))
                .collect(Collectors.toMap(
                        it -> it.substring(0, it.indexOf('=')), it -> it.substring(it.indexOf('=') + 1), (a, _) -> a));

        assertThat(settings.getOrDefault("listener.security.protocol.map", "none")
                        .split(","))
                .allSatisfy(it -> assertThat(it).endsWith(":SASL_PLAINTEXT"));
        assertThat(settings).containsKey("authorizer.class.name");
    }

    /** The line is run as it stands in the documentation. */
    @Test
    void findsAllItsSecretsInTheFileThatTheDocumentedLineWrites() throws Exception {
        String line = Files.readString(ROOT.resolve("docs/operations.md"))
                .lines()
                .filter(it -> it.startsWith("(umask 077; for it in"))
                .findFirst()
                .orElseThrow();
        Process bash = new ProcessBuilder("bash", "-c", line)
                .directory(elsewhere.toFile())
                .start();
        assertThat(bash.waitFor()).isZero();

        Path written = elsewhere.resolve(".env");
        TreeSet<String> names = Files.readString(written)
                .lines()
                .filter(it -> it.matches("[A-Z_]+=.{40,}"))
                .map(it -> it.substring(0, it.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = Pattern.compile("\\$\\{([A-Z_]+):\\?")
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());

        assertThat(wanted).hasSizeGreaterThan(15);
        assertThat(names).containsAll(wanted).contains("DEMO_PASSWORD");
        assertThat(Files.getPosixFilePermissions(written)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void opensOnlyThePortalAndOnlyToThisMachine() {
        assertThat(containers).allSatisfy((name, container) -> {
            Object ports = asMap(container).get("ports");
            assertThat(ports == null ? List.of() : ports)
                    .isEqualTo(name.equals("portal") ? List.of("127.0.0.1:8080:8080") : List.of());
        });
    }

    private Map<String, ?> container(Service service) {
        return map(containers, service.name());
    }

    private Map<String, String> environment(Service service) {
        return environment(service.name());
    }

    private Map<String, String> environment(String container) {
        Object environment = map(containers, container).get("environment");
        return environment == null
                ? Map.of()
                : asMap(environment).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, it -> String.valueOf((Object) it.getValue())));
    }

    private static Map<String, ?> read(String file) {
        try {
            return asMap(new Yaml().load(Files.readString(ROOT.resolve(file))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, ?> map(Map<String, ?> tree, String... path) {
        Map<String, ?> node = tree;
        for (String step : path) {
            node = asMap(Objects.requireNonNull(node.get(step), step));
        }
        return node;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(@Nullable Object node) {
        return (Map<String, ?>) Objects.requireNonNull(node);
    }
}
