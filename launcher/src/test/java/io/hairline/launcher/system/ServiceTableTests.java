package io.hairline.launcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
