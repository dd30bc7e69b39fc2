package io.hairline.launcher.command;

import io.hairline.launcher.infrastructure.KafkaAccess;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import io.hairline.launcher.machine.ProjectFolder;
import io.hairline.launcher.system.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Builds and tests everything against one MongoDB and one Kafka that live as long as the tests."
                + " What stands behind it goes to Maven, such as -pl booking-service -am. The exit code is Maven's.")
final class Test implements Callable<Integer> {

    /** Integration tests wait for servers half of their time: three modules keep two cores busy. */
    private static final String MODULES_AT_ONCE = "3";

    @Option(
            names = "--all",
            description = "The long rounds too: tests that carry the tag `long`; and, if no module is named, the kit's"
                    + " safeguards taken away one at a time, which its tests must notice.")
    private boolean all;

    @Unmatched
    private List<String> mavenArguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Progress progress = new Progress(System.out);
        progress.say("starting MongoDB and Kafka for the tests");
        TestInfrastructure infrastructure = TestInfrastructure.get();
        progress.say("running ./mvnw " + String.join(" ", arguments()));
        ProcessBuilder maven = new ProcessBuilder(command()).inheritIO();
        maven.directory(ProjectFolder.find().root().toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("HAIRLINE_TEST_MONGODB", infrastructure.adminMongoUri());
        KafkaAccess kafka = infrastructure.kafkaAccess();
        maven.environment().put("HAIRLINE_TEST_KAFKA", kafka.bootstrapServers());
        maven.environment().put("HAIRLINE_TEST_KAFKA_USERNAME", kafka.login().username());
        maven.environment().put("HAIRLINE_TEST_KAFKA_PASSWORD", kafka.login().password());
        infrastructure.mongod().ifPresent(it -> maven.environment().put("HAIRLINE_MONGOD", it.toString()));
        int code = maven.start().waitFor();
        progress.say(code == 0 ? "all tests passed" : "Maven ended with exit code " + code);
        return code == 0 && all && mavenArguments.isEmpty() ? withoutSafeguards(progress, infrastructure) : code;
    }

    /** Whether the kit's tests can fail: 0 if they notice each safeguard that is gone. */
    private static int withoutSafeguards(Progress progress, TestInfrastructure infrastructure)
            throws IOException, InterruptedException {
        progress.say("taking the kit's safeguards away, one at a time");
        Path root = ProjectFolder.find().root();
        ProcessBuilder script = new ProcessBuilder(root.resolve("service-kit/src/test/scripts/mutations.sh")
                        .toString())
                .inheritIO();
        script.directory(root.toFile());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        infrastructure.mongod().ifPresent(it -> script.environment().put("HAIRLINE_MONGOD", it.toString()));
        return script.start().waitFor();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ProjectFolder.find().root().resolve("mvnw").toString());
        command.addAll(arguments());
        return command;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("verify", "-T", MODULES_AT_ONCE));
        if (all) {
            arguments.add("-Pall");
        }
        arguments.addAll(mavenArguments);
        return arguments;
    }
}
