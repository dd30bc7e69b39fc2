package io.hairline.booking.payment;

import static org.awaitility.Awaitility.await;

import io.hairline.booking.BookingApplication;
import io.hairline.kit.testing.TestIssuer;
import io.hairline.launcher.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, on the same database and topics, which dies at a point as if by {@code kill -9}. */
record BookingProcess(Process process, int port) implements AutoCloseable {

    static BookingProcess dyingAt(String point) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BookingApplication.class.getName(),
                    "--server.port=" + port,
                    "--management.server.port=0",
                    "--hairline.crash.at=" + point,
                    "--hairline.security.issuer=" + TestIssuer.get().issuer(),
                    "--hairline.security.jwks=" + TestIssuer.get().jwks()));
            TestInfrastructure.get()
                    .properties("booking")
                    .forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().atMost(Duration.ofSeconds(90)).until(() -> isOpen(port));
            return new BookingProcess(process, port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    int exit() throws InterruptedException {
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
