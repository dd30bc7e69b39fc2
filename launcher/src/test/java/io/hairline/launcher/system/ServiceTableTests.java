package io.hairline.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.contracts.wire.Topics;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceTableTests {

    @Test
    void namesEveryServiceOfTheSources() throws IOException {
        try (Stream<Path> modules = Files.list(ProjectFolder.find().root())) {
            List<String> runnable = modules.filter(it -> Files.isDirectory(it.resolve("src/main/java")))
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith("-service") || it.equals("portal"))
                    .toList();

            assertThat(Service.ALL).extracting(Service::module).containsAll(runnable);
        }
    }

    @Test
    void givesEveryPortToOneOwnerOnly() {
        assertThat(new Addresses(0).all()).hasSize(5 + 2 * Service.ALL.size());
    }

    @Test
    void letsASecondSystemRunBesideTheFirst() throws IOException {
        String pages = Files.readString(ProjectFolder.find().root().resolve("docs/operations.md"));

        List<Integer> suggested = Pattern.compile("HAIRLINE_PORT_OFFSET=(\\d+)")
                .matcher(pages)
                .results()
                .map(it -> Integer.valueOf(it.group(1)))
                .toList();

        assertThat(suggested).isNotEmpty().containsOnly(Addresses.BESIDE);
        assertThat(new Addresses(Addresses.BESIDE).all().keySet())
                .doesNotContainAnyElementsOf(new Addresses(0).all().keySet());
    }

    /** What a service binds to, the broker must let it read; what the table allows beyond that, nobody needs. */
    @Test
    void allowsEachServiceToReadTheTopicsThatItHearsAndNoOthers() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        Topics.all("").stream()
                .filter(it -> !it.name().equals(Topics.DEMO_CLOCK))
                .forEach(topic -> topic.readers()
                        .forEach(it -> allowed.computeIfAbsent(it, _ -> new TreeSet<>())
                                .add(topic.name())));
        // Identity finds people by their contacts, through a reader of its own.
        allowed.getOrDefault("identity", Set.of()).remove(Topics.BOOKING_CONTACTS);

        Map<String, Set<String>> heard = new TreeMap<>();
        Service.ALL.stream().filter(Service::stores).forEach(it -> heard.put(it.name(), destinations(it)));
        heard.getOrDefault("identity", Set.of()).remove(Topics.BOOKING_CONTACTS);

        assertThat(heard).as("Topics.all in contracts says who may read what").isEqualTo(allowed);
    }

    private static Set<String> destinations(Service service) {
        Path settings =
                ProjectFolder.find().root().resolve(service.module()).resolve("src/main/resources/application.yml");
        try (Stream<String> lines = Files.lines(settings)) {
            return lines.map(String::strip)
                    .filter(it -> it.startsWith("destination: ${hairline.namespace}"))
                    .map(it -> it.substring(it.indexOf('}') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void movesAllPortsTogether() {
        Addresses moved = Addresses.ofEnvironment(Map.of("HAIRLINE_PORT_OFFSET", "1000"));

        assertThat(moved.all().keySet())
                .containsExactlyElementsOf(new Addresses(0)
                        .all().keySet().stream().map(it -> it + 1000).toList());
    }

    @Test
    void findsWhatRunsInContainersByTheNamesOfTheServicesSettings() {
        Addresses addresses = Addresses.elsewhere(
                Map.of("HAIRLINE_SERVICES_IDENTITY", "http://identity:8085", "HAIRLINE_KAFKA", "kafka:9092"));

        assertThat(addresses.bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(Service.ALL.stream().map(addresses::internal).map(String::valueOf))
                .contains("http://identity:8085", "http://127.0.0.1:8081");
    }

    @Test
    void saysWhatIsWrongWithAnOffsetThatIsNoNumber() {
        assertThatThrownBy(() -> Addresses.ofEnvironment(Map.of("HAIRLINE_PORT_OFFSET", "many")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("must be a number, not many");
    }
}
