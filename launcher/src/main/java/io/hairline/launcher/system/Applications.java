package io.hairline.launcher.system;

import io.hairline.launcher.machine.ChildProcess;
import io.hairline.launcher.machine.LauncherException;
import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The services' jars, unpacked, because that starts faster, with their libraries in one place. On the class path of each
 * service that stores, what all of those share comes first: so one {@link AotRecording} serves them all. A new build makes
 * everything here anew; a running system doesn't notice the build.
 *
 * @param folder where they are unpacked
 */
public record Applications(ProjectFolder project, Path folder) {

    private static final String TRAINING_APPLICATION = "io.hairline.kit.autoconfigure.AotTrainingApplication";

    /** As {@code hairline up} runs them. */
    public Applications(ProjectFolder project) {
        this(project, project.hairline("apps"));
    }

    public void unpack() {
        Path stampFile = folder.resolve("stamp");
        try {
            String stamp = stamp();
            if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
                return;
            }
            try (Stream<Path> old = Files.list(ProjectFolder.made(folder))) {
                old.forEach(ProjectFolder::delete);
            }
            ProjectFolder.made(libraries());
            for (Service service : Service.ALL) {
                unpack(service);
            }
            Files.writeString(stampFile, stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted.");
        }
    }

    /** Recognised by the checksums that lie in the jars anyway: builds are reproducible, so their time never changes. */
    private String stamp() throws IOException {
        StringBuilder stamp = new StringBuilder(System.getProperty("java.vm.version"));
        for (Service service : Service.ALL) {
            try (ZipFile zip = new ZipFile(built(service).toFile())) {
                int contents = zip.stream()
                        .map(it -> it.getName() + it.getCrc())
                        .toList()
                        .hashCode();
                stamp.append(' ').append(Integer.toHexString(contents));
            }
        }
        return stamp.toString();
    }

    private void unpack(Service service) throws IOException, InterruptedException {
        Path built = built(service);
        Path unpacked = folder.resolve(service.name());
        Path log = ProjectFolder.made(project.hairline("logs")).resolve("unpack.log");
        Process extract = new ProcessBuilder(
                        ChildProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (extract.waitFor() != 0) {
            throw new LauncherException(service.name() + " couldn't be unpacked; why is in " + log);
        }
        Files.move(unpacked.resolve(built.getFileName()), jar(service));
        try (Stream<Path> libraries = Files.list(unpacked.resolve("lib"))) {
            for (Path library : libraries.toList()) {
                Files.move(library, libraries().resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ProjectFolder.delete(unpacked);
    }

    private Path built(Service service) {
        Path target = project.root().resolve(service.module()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            it -> it.getFileName().toString().matches(service.module() + "-[0-9].*(?<!sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(service));
        } catch (IOException e) {
            throw notBuilt(service);
        }
    }

    private static LauncherException notBuilt(Service service) {
        return new LauncherException("%s isn't built. Build it: ./mvnw -pl %s -am package -DskipTests"
                .formatted(service.name(), service.module()));
    }

    private Path libraries() {
        return folder.resolve("libraries");
    }

    private Path jar(Service service) {
        return folder.resolve(service.module() + ".jar");
    }

    public List<String> command(Service service) {
        List<String> command = AotRecording.java(service);
        AotRecording recording = recording(service);
        if (recording.isThere()) {
            command.add("-XX:AOTCache=" + recording.file());
        }
        command.addAll(List.of("-cp", AotRecording.joined(classPath(service)), mainClass(service)));
        return command;
    }

    /** All that it takes to start every service quickly. */
    public List<AotRecording> recordings() {
        return Service.ALL.stream().map(this::recording).distinct().toList();
    }

    /** The one that helps this service; what stores nothing shares too little with the others. */
    public AotRecording recording(Service service) {
        if (service.stores()) {
            Service any = storing().getFirst();
            return new AotRecording(folder.resolve("services.aot"), any, inLibraries(shared()), TRAINING_APPLICATION);
        }
        return new AotRecording(
                folder.resolve(service.name() + ".aot"), service, classPath(service), mainClass(service));
    }

    private List<Path> classPath(Service service) {
        List<String> names = new ArrayList<>(service.stores() ? shared() : List.of());
        librariesOf(service).stream().filter(it -> !names.contains(it)).forEach(names::add);
        List<Path> classPath = new ArrayList<>(inLibraries(names));
        classPath.add(jar(service));
        return classPath;
    }

    private List<String> shared() {
        List<List<String>> all = storing().stream().map(this::librariesOf).toList();
        return all.getFirst().stream()
                .filter(it -> all.stream().allMatch(each -> each.contains(it)))
                .toList();
    }

    private static List<Service> storing() {
        return Service.ALL.stream().filter(Service::stores).toList();
    }

    private List<Path> inLibraries(List<String> names) {
        return names.stream().map(libraries()::resolve).toList();
    }

    private List<String> librariesOf(Service service) {
        return Stream.of(manifest(service).getValue(Attributes.Name.CLASS_PATH).split(" ", -1))
                .map(it -> Path.of(it).getFileName().toString())
                .toList();
    }

    private String mainClass(Service service) {
        return manifest(service).getValue(Attributes.Name.MAIN_CLASS);
    }

    private Attributes manifest(Service service) {
        try (JarFile jar = new JarFile(jar(service).toFile())) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
