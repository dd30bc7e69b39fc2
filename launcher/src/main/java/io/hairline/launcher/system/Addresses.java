package io.hairline.launcher.system;

import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where everything listens.
 *
 * @param offset added to every port, for a second system beside the first: HAIRLINE_PORT_OFFSET
 * @param elsewhere what isn't on this machine's own ports, such as in containers, by the names of the services' settings
 */
public record Addresses(int offset, Map<String, String> elsewhere) {

    /** An offset with which a second system meets no port of the first; the management ports lie 1000 above the others. */
    static final int BESIDE = 100;

    private static final String FILE = "port-offset";
    private static final String SERVICES = "HAIRLINE_SERVICES_";
    static final String KAFKA = "HAIRLINE_KAFKA";

    public Addresses(int offset) {
        this(offset, Map.of());
    }

    /** The running system's, else what the environment says. */
    public static Addresses of(ProjectFolder project) {
        Path remembered = project.hairline("run", FILE);
        try {
            return Files.exists(remembered) ? parse(Files.readString(remembered).strip()) : elsewhere(System.getenv());
        } catch (IOException e) {
            return elsewhere(System.getenv());
        }
    }

    static Addresses elsewhere(Map<String, String> environment) {
        Map<String, String> named = new HashMap<>(environment);
        named.keySet().removeIf(it -> !it.startsWith(SERVICES) && !it.equals(KAFKA));
        return new Addresses(ofEnvironment(environment).offset(), named);
    }

    public static Addresses ofEnvironment(Map<String, String> environment) {
        return parse(environment.getOrDefault("HAIRLINE_PORT_OFFSET", "0"));
    }

    private static Addresses parse(String offset) {
        try {
            return new Addresses(Integer.parseInt(offset));
        } catch (NumberFormatException e) {
            throw new LauncherException(
                    "HAIRLINE_PORT_OFFSET is added to every port, so it must be a number, not " + offset);
        }
    }

    void remember(ProjectFolder project) throws IOException {
        Files.writeString(ProjectFolder.made(project.hairline("run")).resolve(FILE), offset + "\n");
    }

    static void forget(ProjectFolder project) throws IOException {
        Files.deleteIfExists(project.hairline("run", FILE));
    }

    public int port(Service service) {
        return service.port() + offset;
    }

    public int managementPort(Service service) {
        return service.managementPort() + offset;
    }

    public int mongodb() {
        return Service.MONGODB + offset;
    }

    public int kafka() {
        return Service.KAFKA + offset;
    }

    public int kafkaController() {
        return Service.KAFKA_CONTROLLER + offset;
    }

    public int mail() {
        return Service.MAIL + offset;
    }

    public int mailInbox() {
        return Service.MAIL_INBOX + offset;
    }

    /** Where the demo's mail can be read. */
    public URI mailbox() {
        return URI.create("http://127.0.0.1:" + mailInbox());
    }

    public String bootstrapServers() {
        return elsewhere.getOrDefault(KAFKA, "127.0.0.1:" + kafka());
    }

    /** What people type, and the issuer in every token. */
    public URI portal() {
        return URI.create("http://localhost:" + (8080 + offset));
    }

    public URI internal(Service service) {
        return URI.create(elsewhere.getOrDefault(setting(service), "http://127.0.0.1:" + port(service)));
    }

    /** The name under which others are told where a service listens. */
    static String setting(Service service) {
        return SERVICES + service.name().toUpperCase(Locale.ROOT);
    }

    public URI management(Service service) {
        return URI.create("http://127.0.0.1:" + managementPort(service) + "/actuator");
    }

    /** Every port that must be free before a start, with its owner. */
    public Map<Integer, String> all() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        ports.put(mongodb(), "MongoDB");
        ports.put(kafka(), "Kafka");
        ports.put(kafkaController(), "Kafka's controller");
        ports.put(mail(), "the demo's mail server");
        ports.put(mailInbox(), "the demo's mailbox");
        Service.ALL.forEach(service -> {
            ports.put(port(service), service.name());
            ports.put(managementPort(service), service.name() + "'s management");
        });
        return ports;
    }
}
